// CHROMIUM=/path/to/chromium npx tsx scripts/samples/render.ts: the drawings here → the sample pictures of 现场条件, in a camera's frame.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { root } from '../build/files'
import { paletted } from './palette'

const from = join(root, 'scripts/samples')
const to = join(root, 'miniprogram/customer/ready/samples')
const size = { width: 320, height: 200 }
const corners = 'M14 40V14H40M280 14H306V40M306 160V186H280M40 186H14V160'

/** A script for the browser that answers the pixels of a PNG. */
const pixels = (png: string): string => `(async () => {
  const picture = new Image()
  picture.src = 'data:image/png;base64,${png}'
  await picture.decode()
  const pen = new OffscreenCanvas(${size.width}, ${size.height}).getContext('2d')
  pen.drawImage(picture, 0, 0)
  return [...pen.getImageData(0, 0, ${size.width}, ${size.height}).data]
})()`

async function main(): Promise<void> {
  mkdirSync(to, { recursive: true })
  const opened = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
  const page = await opened.newPage({ viewport: size })
  for (const file of readdirSync(from).filter((name) => name.endsWith('.svg'))) {
    const frame = `<path d="${corners}" fill="none" stroke="#0B57C2" stroke-width="5"/></svg>`
    const svg = readFileSync(join(from, file), 'utf8').replace('</svg>', frame)
    await page.setContent(`<style>body{margin:0;background:#F7FAFF}svg{display:block}</style>${svg}`)
    const shot = (await page.screenshot()).toString('base64')
    const rgba = await page.evaluate<number[]>(pixels(shot))
    writeFileSync(join(to, file.replace('.svg', '.png')), paletted(rgba, size.width, size.height))
  }
  await opened.close()
}

void main()
