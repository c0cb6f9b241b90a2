import type { Browser } from 'playwright-core'
import { openChromium } from '../../chromium'
import { Preview } from './preview'
import { small, type Small } from './small'

describe('an edit of the mini-program, with its page open', () => {
  let browser: Browser
  let world: Small
  let seen: Preview
  const times: string[] = []

  beforeAll(async () => {
    browser = await openChromium()
    world = await small({ watch: true })
    seen = await Preview.open(browser, world.url)
    await seen.press('a', '下一页')
    await seen.sees('a', '第 7 页')
  })
  afterAll(async () => {
    await browser.close()
    await world.close()
    process.stdout.write(`  seen on the open phone after: ${times.join(' · ')}\n`)
  })
  const timed = async (what: string, edit: () => void, shown: () => Promise<unknown>) => {
    const begun = Date.now()
    edit()
    await shown()
    times.push(`${what} ${Date.now() - begun} ms`)
  }

  it('given changed wxml, then the same page with its query shows it; the time is printed', async () => {
    await timed(
      'wxml',
      () => world.edit('pages/detail/index.wxml', '<view class="word">这是第 {{id}} 页</view>'),
      () => seen.top('a').getByText('这是第 7 页').waitFor(),
    )
  })

  it('given changed wxss, then its colour is there; the time is printed', async () => {
    await timed(
      'wxss',
      () => world.edit('pages/detail/index.wxss', '.word { color: rgb(9, 8, 7); width: 75rpx }'),
      () =>
        seen.page.waitForFunction(() => {
          const frame = document.querySelector<HTMLIFrameElement>('.device-a iframe.app')
          const word = frame?.contentDocument?.querySelector('.wx-page:not([hidden]) .word')
          return word !== null && word !== undefined && getComputedStyle(word).color === 'rgb(9, 8, 7)'
        }),
    )
  })

  it('given changed ts, then it runs; the time is printed', async () => {
    await timed(
      'ts',
      () =>
        world.edit(
          'pages/detail/index.ts',
          "Page({ data: { id: '' }, onLoad() { this.setData({ id: '新写的' }) } })",
        ),
      () => seen.top('a').getByText('这是第 新写的 页').waitFor(),
    )
  })

  it('given changed json, then the title is there; the time is printed', async () => {
    await timed(
      'json',
      () => world.edit('pages/detail/index.json', '{ "navigationBarTitleText": "新标题" }'),
      () => seen.device('a').getByRole('heading', { name: '新标题' }).waitFor(),
    )
  })

  it('given a mistake, then the phone names file and line until it is mended', async () => {
    world.edit('pages/detail/index.ts', 'Page({')
    await seen
      .app('a')
      .locator('.wx-problems')
      .getByText(/index\.ts/)
      .waitFor()
    world.edit('pages/detail/index.ts', "Page({ data: { id: '好了' } })")
    await seen.sees('a', '这是第 好了 页')
  })
})
