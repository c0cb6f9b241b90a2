// 增项申请: its photos stand under the number that the extra gets, answered by the real functions.
import { demoStart } from '../../../demo/local'
import type { TicketView } from '../../../typings/contract'
import { records, stateOf } from '../../story/ux/rows'
import { Cloud } from '../render/cloud'
import { draw, phoneOf } from '../render/open'

beforeAll(() =>
  jest.useFakeTimers({
    now: demoStart,
    doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'nextTick', 'queueMicrotask'],
  }),
)
afterAll(() => jest.useRealTimers())

const photo = (id: string) => ({ id, kind: 'photo', slot: '', localPath: `wxfile://usr/${id}.jpg` })

test('given two extras of one visit, when each is asked for with a photo, then the photos stand under 增项1 and 增项2', async () => {
  const cloud = await Cloud.open()
  const ticket = records.find((one) => stateOf(one) === 'onsite')!
  const visit = ticket.visits.at(-1)!
  expect(visit.extras).toEqual([])
  const phone = phoneOf()
  cloud.answers(phone, 'zhouhai')

  const askExtra = async (what: string, shot: string) => {
    jest.resetModules()
    const page = draw('field/extra/index')
    page.instance.onLoad!({ id: ticket._id, v: visit.id })
    await cloud.quiet()
    const filled = { what, reason: '拆开后发现磨损', free: true, media: [photo(shot)] }
    for (const [field, value] of Object.entries(filled))
      page.instance.typed!({ currentTarget: { dataset: { field } }, detail: { value } })
    await page.instance.send!()
    await cloud.quiet()
    page.detach()
  }
  const answered = async (who: string, move: string, input: object) => {
    const opened = await cloud.knock(who, 'ticket.open', { id: ticket._id })
    const { moves } = (opened as { data: { ticket: TicketView } }).data.ticket
    const { read } = moves.find((one) => one.move === move)!
    const asked = { id: ticket._id, key: `key-${move}`, move, visit: visit.id, input, read }
    expect(await cloud.knock(who, 'ticket.move', asked)).toMatchObject({ ok: true })
  }

  await askExtra('更换拉刀碟簧', 'shot-of-the-first')
  await answered('fanglixin', 'approveExtra', { lines: [], free: true, note: '' })
  await answered('chenmeiling', 'acceptExtra', {})
  await askExtra('更换油管', 'shot-of-the-second')

  const opened = await cloud.knock('zhouhai', 'ticket.open', { id: ticket._id })
  if (!opened.ok) throw new Error(opened.refusal.words)
  const { visits } = (opened.data as { ticket: TicketView }).ticket
  const { extras, media } = visits.find((one) => one.id === visit.id)!
  const slotOf = (id: string) => media.find((one) => one.id === id)?.slot
  expect(extras.map(({ what, photos }) => [what, photos.map(slotOf)])).toEqual([
    ['更换拉刀碟簧', [`${visit.id} 增项1`]],
    ['更换油管', [`${visit.id} 增项2`]],
  ])
})
