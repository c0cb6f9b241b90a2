// 报价: what is typed is kept until it has arrived, and not longer; answered by the real functions.
import { demoStart } from '../../../demo/local'
import { records, stateOf } from '../../story/ux/rows'
import type { WeChat } from '../foundation/wechat'
import { refused } from '../foundation/wechat'
import { Cloud } from '../render/cloud'
import { draw, phoneOf, wordsOf, type Rendered } from '../render/open'

let cloud: Cloud
let phone: WeChat & { said: string[] }
let page: Rendered
beforeAll(async () => {
  jest.useFakeTimers({
    now: demoStart,
    doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'nextTick', 'queueMicrotask'],
  })
  cloud = await Cloud.open()
})
beforeEach(() => {
  phone = phoneOf()
  cloud.answers(phone, 'shenxiaowen')
})
afterEach(() => page.detach())
afterAll(() => jest.useRealTimers())

const { _id: id } = records.find((one) => stateOf(one) === 'verified')!
const drafts = () => [...phone.storage.keys()].filter((name) => name.startsWith('draft:'))

/** Opens the page in an app that was started anew. */
async function open(): Promise<void> {
  jest.resetModules()
  page = draw('office/quote/index')
  page.instance.onLoad!({ id })
  await cloud.quiet()
}
/** Types a quote into the first line, and the phone is put away. */
async function type(name: string, amount: string): Promise<void> {
  for (const [field, value] of Object.entries({ name, amount }))
    page.instance.line!({ currentTarget: { dataset: { index: 0, field } }, detail: { value } })
  page.instance.onHide!()
  await cloud.quiet()
}

test('given a quote that the door refuses, then what was typed is there when the page opens again', async () => {
  await open()
  await type('人工 3 小时', '900')
  const healthy = phone.cloud
  phone.cloud = (action, input) =>
    action === 'ticket.move' ? refused('BUSY', '系统开小差了') : healthy(action, input)
  await page.instance.submit!()
  await cloud.quiet()
  expect(phone.said).toEqual([])
  page.detach()
  phone.cloud = healthy
  await open()
  expect(page.data.form).toMatchObject({ lines: [{ name: '人工 3 小时', amount: '900' }] })
})

test('given a quote that was sent, then nothing typed is left over: the page opens with the quote that stands', async () => {
  await open()
  await type('人工 2 小时', '600')
  expect(drafts()).toEqual([`draft:quote-${id}`])
  await page.instance.submit!()
  await cloud.quiet()
  expect(phone.said).toEqual(['已发给客户'])
  page.instance.onUnload!()
  expect(drafts()).toEqual([])
  page.detach()
  const note = '客户要求开专票'
  const lines = [{ name: '人工 1 小时', amount: 300 }]
  const asked = { id, key: 'key-of-a-colleague', move: 'sendQuote', visit: null, input: { lines, note } }
  expect(await cloud.knock('fanglixin', 'ticket.move', asked)).toMatchObject({ ok: true })
  await open()
  expect(page.data.form).toEqual({ lines: [{ name: '人工 1 小时', amount: '300' }], note })
  expect(wordsOf(page)).toContain('已发出 ¥300,等客户确认')
})
