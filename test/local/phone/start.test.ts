import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { options } from '../../../demo/local'
import { nextWorkday } from '../../../demo/play'
import { dateWords } from '../../../local/phone/shell/clock'
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

  it('given +1 工作日 and 到下个截止, then the product says when', async () => {
    const seen = await Preview.open(browser, server.url)
    await seen.button('+1 工作日').click()
    await seen.page.getByText(/2026-11-24 周二 \d\d:\d\d/).waitFor()
    const { at } = (await (await fetch(`${server.url}/next-stop`)).json()) as { at: number }
    await seen.button('到下个截止').click()
    await seen.page.getByText(dateWords(at)).waitFor()
    expect(nextWorkday(Date.parse('2026-11-27T15:00:00+08:00'))).toBe(Date.parse('2026-11-30T15:00:00+08:00'))
  })

  it('given the fault 冲突, then what carries a key gets the door’s own answer, and reading goes on', async () => {
    await fetch(`${server.url}/faults`, {
      method: 'POST',
      body: JSON.stringify({ openid: 'zhouhai', kind: 'conflict', at: 'change' }),
    })
    const call = async (action: string, input: object) => {
      const body = JSON.stringify({ name: 'api', data: { action, input } })
      const response = await fetch(`${server.url}/call`, {
        method: 'POST',
        headers: { 'x-openid': 'zhouhai' },
        body,
      })
      return ((await response.json()) as { result: object }).result
    }
    expect(await call('session.open', {})).toMatchObject({ ok: true })
    expect(await call('ticket.move', { key: 'k' })).toMatchObject({
      ok: false,
      refusal: { code: 'CONFLICT' },
    })
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
