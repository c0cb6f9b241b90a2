// Pictures of a real size, drawn in the browser: no binary lies in the repository.
import type { Page } from 'playwright-core'

/** A 2400×1600 JPEG of a machine's panel: edges, letters and the noise of a sensor. */
export async function picture(page: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const base64 = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 2400, height: 1600 })
    const pen = canvas.getContext('2d')!
    const light = pen.createLinearGradient(0, 0, 2400, 1600)
    light.addColorStop(0, '#cfd6dc')
    light.addColorStop(1, '#4a5560')
    pen.fillStyle = light
    pen.fillRect(0, 0, 2400, 1600)
    for (let i = 0; i < 60_000; i++) {
      pen.fillStyle = `hsla(${i % 360}, 30%, ${(i * 7) % 100}%, 0.25)`
      pen.fillRect((i * 7919) % 2400, (i * 104_729) % 1600, 5, 5)
    }
    pen.fillStyle = '#101820'
    pen.fillRect(500, 350, 1400, 800)
    pen.fillStyle = '#ff5533'
    pen.font = '160px sans-serif'
    pen.fillText('ALM 2025  X AXIS', 560, 780)
    const blob = await new Promise<Blob>((done) => canvas.toBlob((made) => done(made!), 'image/jpeg', 0.92))
    const bytes = new Uint8Array(await blob.arrayBuffer())
    let text = ''
    for (const byte of bytes) text += String.fromCharCode(byte)
    return btoa(text)
  })
  return { name: 'panel.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') }
}

export interface Shown {
  width: number
  height: number
  bytes: number
}

/** What a browser gets behind an address. */
export const shown = (page: Page, url: string): Promise<Shown> =>
  page.evaluate(async (from) => {
    const blob = await (await fetch(from)).blob()
    const { width, height } = await createImageBitmap(blob)
    return { width, height, bytes: blob.size }
  }, url)
