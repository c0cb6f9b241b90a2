import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { options } from '../../../demo/local'
import { startLocal, type LocalServer } from '../../../local/server'
import { openChromium } from '../../chromium'
import { Preview } from './preview'

describe('the preview page, over this product', () => {
  let browser: Browser
  let server: LocalServer
  const folder = mkdtempSync(join(tmpdir(), 'start-'))
  beforeAll(async () => {
    server = await startLocal({ ...options({ DATA_DIR: folder, PORT: '0' }), watch: false })
    browser = await openChromium()
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('given a warm load, then both phones show their first page; the time is printed', async () => {
    const seen = await Preview.open(browser, server.url)
    const begun = Date.now()
    await seen.page.reload()
    await seen.ready('a')
    await seen.top('a').getByRole('button').first().waitFor()
    const first = Date.now() - begun
    await seen.top('b').getByRole('button').first().waitFor()
    process.stdout.write(`  GET / → first phone ${first} ms, both ${Date.now() - begun} ms\n`)
    expect(seen.troubles).toEqual([])
  })

  it('given the script, then each step is a person of the demo and a page that is there', async () => {
    const { scenes = [], personas } = options({})
    const seen = await Preview.open(browser, server.url)
    for (const { title, who } of scenes) {
      const side = personas.find((one) => one.openid === who)!.side === 'staff' ? 'b' : 'a'
      await seen.button(`跳到这一步:${title}`).click()
      await seen.ready(side)
      expect(new URLSearchParams(new URL(seen.page.url()).hash.slice(1)).get(side)).toBe(who)
      expect(await seen.app(side).locator('.wx-trouble').count()).toBe(0)
    }
  })
})
