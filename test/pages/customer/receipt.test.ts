// 服务回执 of a visit whose record was corrected after it was signed, answered by the real functions.
import { demoStart } from '../../../demo/local'
import { records } from '../../story/ux/rows'
import { Cloud } from '../render/cloud'
import { draw, phoneOf, wordsOf } from '../render/open'

beforeAll(() =>
  jest.useFakeTimers({
    now: demoStart,
    doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'nextTick', 'queueMicrotask'],
  }),
)
afterAll(() => jest.useRealTimers())

test('given a record that was sent back and corrected, then the customer reads the correction beside what he signed', async () => {
  const cloud = await Cloud.open()
  const ticket = records.find((one) => one.state === 'rewriting')!
  const visit = ticket.visits.find((one) => one.rewrite)!
  const phone = phoneOf()
  cloud.answers(phone, 'shenxiaowen')
  const page = draw('customer/receipt/index')
  const opened = async () => {
    page.instance.onLoad!({ id: ticket._id, v: visit.id })
    page.instance.onShow!()
    await cloud.quiet()
    return wordsOf(page)
  }
  expect(await opened()).not.toMatch(/签署后的更正/)
  const correction = {
    ...{
      fault: 'SP-3-1',
      cause: '碟簧失效',
      measure: '更换碟簧并测拉刀力',
      parts: [],
      hours: 3,
      leftover: '',
    },
    why: '故障归类选错',
  }
  const { ok } = await cloud.knock('luyifan', 'ticket.move', {
    ...{ id: ticket._id, key: 'key-of-correction', move: 'correct', visit: visit.id, input: correction },
  })
  expect(ok).toBe(true)
  expect(await opened()).toMatch(
    /服务内容.*签署后的更正.*陆一帆 更正\s*故障归类选错.*碟簧失效.*更换碟簧并测拉刀力.*3 小时.*您签署的服务内容和存证没有改动/,
  )
  expect(wordsOf(page)).toContain(visit.report!.measure)
  page.detach()
})
