import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Stage } from './stage'

/** Somebody else's mini-program that uses what this phone has not. */
function program(folder: string): string {
  const root = join(folder, 'miniprogram')
  mkdirSync(join(root, 'page'), { recursive: true })
  const files = {
    'app.json': JSON.stringify({ pages: ['page/index'], window: {} }),
    'app.js': 'App({})',
    'app.wxss': '',
    'page/index.json': '{}',
    'page/index.js': "Page({ ask() { wx.scanTheStars({}) }, has() { wx.showToast({ title: 'here' }) } })",
    'page/index.wxml':
      '<camera /><view bindtap="ask" aria-role="button">ask</view><view bindtap="has" aria-role="button">has</view>',
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text)
  return root
}

describe('what the phone has not, in Chromium', () => {
  it('given an unknown wx API or an element that is not there, then it fails visibly with its own name', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'absent-'))
    const stage = await Stage.open({ miniprogramRoot: program(folder) })
    const phone = await stage.phone('liguoqiang', '/page/index')
    const strip = phone.app.getByRole('alert')
    await strip.getByText('<camera> 在本地手机中还没有').waitFor()
    await phone.press('has')
    await phone.app.getByText('here').waitFor()
    expect(await strip.getByText(/wx\./).count()).toBe(0)
    await phone.press('ask')
    await strip.getByText('wx.scanTheStars 在本地手机中还没有').waitFor()
    await stage.close()
    rmSync(folder, { recursive: true })
  })
})
