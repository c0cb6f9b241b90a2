import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { openChromium } from '../../chromium'
import { Preview } from './preview'
import { small, start, type Small } from './small'

const HOUR = 3600_000
const scenes = [
  { title: '第一步', who: 'anna', hint: '问一下', path: '/pages/home/index' },
  { title: '第二步', who: 'dan', hint: '看第 4 页', path: '/pages/detail/index?id=4' },
]

describe('the preview page, over anybody’s mini-program', () => {
  let browser: Browser
  let world: Small
  let seen: Preview
  const visit = async (hash = '', width?: number, height?: number) =>
    (seen = await Preview.open(browser, `${world.url}/${hash}`, width, height))
  const clockNow = async () => ((await (await fetch(`${world.url}/clock`)).json()) as { now: number }).now
  /** A call that changes nothing, as a page makes it when it is opened. */
  const look = (openid: string) =>
    fetch(`${world.url}/call`, {
      method: 'POST',
      headers: { 'x-openid': openid },
      body: JSON.stringify({ name: 'echo', data: {} }),
    })

  beforeAll(async () => {
    browser = await openChromium(['--auto-accept-this-tab-capture', '--use-fake-ui-for-media-stream'])
    world = await small({
      scenes,
      undelivered: '已放入「消息」',
      nextStop: (_db, now) => now + 5 * HOUR,
      changes: (_name, data) => (data as { change?: boolean }).change === true,
      faults: { refused: { label: '不许', answer: { openid: '不许你' } } },
    })
  })
  beforeEach(() => world.post('/reset', {}))
  afterEach(async () => {
    await seen.page.context().close()
    expect(seen.troubles).toEqual([])
  })
  afterAll(async () => {
    await browser.close()
    await world.close()
  })

  it('given a wide window, then both phones, the chats and the script stand side by side', async () => {
    await visit()
    await seen.sees('a', '你好')
    await seen.sees('b', '你好')
    const boxes = await Promise.all(
      ['.chat', '.device-a', '.device-b', '.play'].map((one) => seen.page.locator(one).boundingBox()),
    )
    const lefts = boxes.map((box) => box!.x)
    expect(lefts).toEqual([...lefts].sort((x, y) => x - y))
    expect(boxes.at(-1)!.x + boxes.at(-1)!.width).toBeLessThanOrEqual(1440)
    expect(await seen.top('a').evaluate(() => innerWidth)).toBe(375)
  })

  it('given a phone handed on and back, then its page stack is still there, with what was typed', async () => {
    await visit()
    await seen.press('a', '下一页')
    await seen.top('a').getByRole('textbox').fill('半句话')
    await seen.hand('a', '鲍勃')
    await seen.sees('a', '你好')
    await seen.hand('a', '安娜')
    await seen.sees('a', '第 7 页')
    expect(await seen.top('a').getByRole('textbox').inputValue()).toBe('半句话')
    await seen.device('a').locator('.frame:not(.away)').getByRole('button', { name: '返回' }).click()
    await seen.sees('a', '你好')
  })

  it('given customers and staff, then each phone lists its own people, and an address cannot put one in both', async () => {
    await visit('#a=cora&b=cora')
    await seen.page.getByRole('button', { name: '员工手机:柯拉,换一个人' }).waitFor()
    await seen.page.getByRole('button', { name: '客户手机:安娜,换一个人' }).click()
    const names = await seen.device('a').getByRole('option').locator('b').allTextContents()
    expect(names).toEqual(['安娜', '鲍勃'])
  })

  it('given a card that arrives, then it counts at once, stands in 服务通知 as sent, and opens its page', async () => {
    await visit('#a=anna&b=cora')
    await world.post('/consents', { openid: 'anna', results: { 'tmpl-1': 'accept' } })
    await world.send('anna', '请确认')
    await seen.chat.getByRole('button', { name: '服务通知' }).getByRole('status').waitFor()
    expect(await seen.device('a').locator('.person .badge').textContent()).toBe('1')
    await seen.chat.getByRole('button', { name: '服务通知' }).click()
    const card = seen.chat.getByRole('article', { name: '提醒' })
    expect(await card.locator('dd').allTextContents()).toEqual(['请确认', '2026年11月23日 09:40'])
    await card.getByRole('button', { name: '进入小程序查看' }).click()
    await seen.sees('a', '第 9 页')
    expect(await seen.device('a').locator('.person .badge').count()).toBe(0)
  })

  it('given a message without credit, then its card is grey and says 43101, and does not count', async () => {
    await visit('#a=anna&b=cora')
    await world.send('anna', '请确认')
    await seen.chat.getByRole('button', { name: '服务通知' }).click()
    await seen.chat.getByText('未送达:没有订阅额度(43101)→ 已放入「消息」').waitFor()
    expect(await seen.chat.getByRole('button', { name: '进入小程序查看' }).count()).toBe(0)
    expect(await seen.device('a').locator('.person .badge').count()).toBe(0)
  })

  it('given 转发 in the menu of the capsule, then the card lands in the company’s group and opens for a colleague', async () => {
    await visit('#a=anna&b=cora')
    const menu = () =>
      seen.device('a').locator('.frame:not(.away)').getByRole('button', { name: '更多' }).click()
    await menu()
    await seen.page.getByRole('menuitem', { name: '当前页面不可转发' }).waitFor()
    await seen.page.getByRole('menuitem', { name: '取消' }).click()
    await seen.press('a', '下一页')
    await menu()
    await seen.page.getByRole('menuitem', { name: '转发', exact: true }).click()
    await seen.app('a').getByText('已发送到 甲公司').waitFor()
    await seen.chat.getByRole('heading', { name: '甲公司' }).waitFor()
    await seen.hand('a', '鲍勃')
    await seen.chat.getByRole('button', { name: '甲公司' }).click()
    await seen.chat.getByRole('button', { name: '看第 7 页' }).click()
    await seen.sees('a', '第 7 页')
  })

  it('given +1 小时, then the local clock, the status bars and the pages of both phones are an hour on', async () => {
    await visit()
    await seen.sees('a', /现在 (09|10):\d\d/)
    await seen.button('+1 小时').click()
    await seen.sees('a', /现在 10:4\d/)
    await seen.sees('b', /现在 10:4\d/)
    await seen
      .device('b')
      .locator('.status time')
      .getByText(/10:4\d/)
      .waitFor()
    expect(await clockNow()).toBeGreaterThanOrEqual(start + HOUR)
  })

  it('given 到下个截止, then the clock stands where the product says; what it does not say is not offered', async () => {
    await visit()
    expect(await seen.button('+1 工作日').count()).toBe(0)
    await seen.button('到下个截止').click()
    await seen.sees('a', /现在 14:4\d/)
  })

  it('given a link with a time, then it is offered and only taken when asked', async () => {
    await visit(`#a=bob&b=dan&t=${start + 50 * HOUR}`)
    await seen.page.getByRole('button', { name: '客户手机:鲍勃,换一个人' }).waitFor()
    await seen.sees('a', /现在 (09|10):\d\d/)
    await seen.button('到那个时间').click()
    await seen.sees('a', /现在 11:4\d/)
    expect(await clockNow()).toBeGreaterThanOrEqual(start + 50 * HOUR)
  })

  it('given one phone offline, then its calls fail and the other’s do not', async () => {
    await visit('#a=anna&b=cora')
    await seen.device('a').getByRole('radio', { name: '离线' }).click()
    await seen.press('a', '问一下')
    await seen.sees('a', '回答 没有回应')
    await seen.press('b', '问一下')
    await seen.sees('b', '回答 cora')
  })

  it('given a fault for the one in focus, then it waits for his next change and meets nobody else', async () => {
    await visit('#a=anna&b=cora')
    await seen.button('不许').click()
    await seen.page.getByText('安娜 的下一次提交:不许').waitFor()
    await look('anna')
    await seen.press('b', '问一下')
    await seen.sees('b', '回答 cora')
    await seen.press('a', '问一下')
    await seen.sees('a', '回答 不许你')
    await seen.press('a', '问一下')
    await seen.sees('a', '回答 anna')
    await seen.button('超时后已成功').click()
    await seen.press('a', '问一下')
    await seen.sees('a', '回答 没有回应')
  })

  it('given a jump into the script, then the page opens on the phone of whose turn it is', async () => {
    await visit('#a=anna&b=cora')
    await seen.button('跳到这一步:第二步').click()
    await seen.sees('b', '第 4 页')
    await seen.page.getByRole('button', { name: '员工手机:丹尼,换一个人' }).waitFor()
    await seen.sees('a', '你好')
    expect(await seen.page.locator('[aria-current=step] b').textContent()).toBe('第二步')
    expect(seen.page.url()).toContain('b=dan')
  })

  it('given the same step again and again, then the stack of pages never runs over', async () => {
    await visit('#a=anna&b=dan')
    for (let i = 0; i < 12; i++) await seen.button('跳到这一步:第二步').click()
    await seen.sees('b', '第 4 页')
    const troubles = await seen.app('b').locator('.wx-trouble').allTextContents()
    // the page's <map> is missing on purpose
    expect(troubles.filter((words) => !words.includes('<map>'))).toEqual([])
  })

  it('given 1024 px, then there is one phone, and tabs to the other, the chats and the script', async () => {
    await visit('', 1024, 768)
    expect(await seen.device('a').isVisible()).toBe(true)
    expect(await seen.device('b').isVisible()).toBe(false)
    await seen.page.getByRole('tab', { name: '员工' }).click()
    expect(await seen.device('a').isVisible()).toBe(false)
    await seen.press('b', '问一下')
    await seen.sees('b', '回答 cora')
    await seen.page.getByRole('tab', { name: '剧本' }).click()
    await seen.button('跳到这一步:第一步').click()
    await seen.sees('a', '你好')
    expect(await seen.device('a').isVisible()).toBe(true)
  })

  it('given PC 双栏, then the page below the top one stays usable at the left', async () => {
    await visit('#a=anna&b=cora')
    await seen.press('a', '下一页')
    await seen.button('PC 双栏').click()
    const left = seen.device('a').locator('iframe.pane').contentFrame()
    await left.getByText('你好').waitFor()
    await seen.sees('a', '第 7 页')
    await left.getByRole('button', { name: '问一下' }).click()
    await left.getByText('回答 anna').waitFor()
    await left.getByRole('button', { name: '下一页' }).click()
    await seen.sees('a', '第 7 页')
    await seen.button('PC 双栏').click()
    await seen.device('a').locator('.frame:not(.away)').getByRole('button', { name: '返回' }).click()
    await seen.sees('a', '回答 anna')
  })

  it('given ?nodes and ?touch=44, then nodes are counted and a small target is painted', async () => {
    await visit('?nodes&touch=44#a=anna&b=cora')
    await seen
      .device('a')
      .getByText(/节点 \d+ · setData \d+/)
      .waitFor()
    await seen.press('a', '下一页')
    await seen.app('a').locator('.small-targets > div').first().waitFor({ state: 'attached' })
  })

  it('given 截图两台手机, then a PNG as large as both phones is downloaded', async () => {
    await visit()
    const [a, b] = await Promise.all([seen.device('a').boundingBox(), seen.device('b').boundingBox()])
    const [download] = await Promise.all([
      seen.page.waitForEvent('download'),
      seen.button('截图两台手机').click(),
    ])
    const png = readFileSync(await download.path())
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(png.readUInt32BE(16)).toBe(Math.round(b!.x + b!.width - a!.x))
  })

  it('given the ledger, then it says how many messages each person may still be sent', async () => {
    await visit()
    await world.post('/consents', { openid: 'bob', results: { 'tmpl-1': 'accept' } })
    await seen.button('订阅额度').click()
    const row = seen.page.getByRole('dialog', { name: '订阅额度' }).getByRole('row', { name: '鲍勃' })
    expect(await row.getByRole('cell').allTextContents()).toEqual(['1'])
    await seen.page.keyboard.press('Escape')
    expect(await seen.page.getByRole('dialog').count()).toBe(0)
  })

  it('given 总是保持以上选择, then WeChat asks once and gives a credit at each later tap', async () => {
    await visit('#a=anna&b=cora')
    await seen.press('a', '订阅')
    const sheet = seen.app('a').getByRole('dialog', { name: '订阅消息' })
    await sheet.getByLabel('总是保持以上选择').check()
    await sheet.getByRole('button', { name: '允许' }).click()
    await seen.sees('a', '回答 accept')
    await seen.press('a', '问一下')
    await seen.sees('a', '回答 anna')
    await seen.press('a', '订阅')
    await seen.sees('a', '回答 accept')
    expect(await (await fetch(`${world.url}/consents?openid=anna`)).json()).toEqual({ 'tmpl-1': 2 })
  })

  it('given an element that this phone has not, then its name stands in its place', async () => {
    await visit()
    await seen.press('a', '下一页')
    const words = seen
      .top('a')
      .locator('wx-map')
      .evaluate((node) => getComputedStyle(node, '::before').content)
    expect(await words).toContain('<map> 在本地手机中还没有')
  })

  it('given the keyboard alone, then a phone is handed on', async () => {
    await visit('#a=anna&b=cora')
    await seen.device('a').locator('.person').focus()
    await seen.page.keyboard.press('Enter')
    await seen.page.keyboard.press('ArrowDown')
    await seen.page.keyboard.press('Enter')
    await seen.page.getByRole('button', { name: '客户手机:鲍勃,换一个人' }).waitFor()
  })

  it('given 重置演示数据, then after asking the first data, time and phones are back', async () => {
    await visit('#a=anna&b=cora')
    await world.send('anna', '请确认')
    await seen.press('a', '下一页')
    await seen.button('+1 小时').click()
    await seen
      .device('a')
      .locator('.status time')
      .getByText(/10:4\d/)
      .waitFor()
    await seen.button('重置演示数据').click()
    await seen.page.getByRole('dialog').getByRole('button', { name: '重置' }).click()
    await seen
      .device('a')
      .locator('.status time')
      .getByText(/(09|10):\d\d/)
      .waitFor()
    await seen.sees('a', '你好')
    await seen.chat.getByText('还没有消息').waitFor()
    expect(await seen.button('到那个时间').count()).toBe(0)
  })
})
