// Every action of the door once, with all that a repair needs from request to closing, as the right people.
import { at, given, joining, newKey, request, type World } from '../service/world'

/** One call under the name that a table shows. */
export type Measure = <T>(label: string, call: () => Promise<T>) => Promise<T>

const far = { arriveBy: at('11-27T10:00'), finishBy: at('11-27T17:30') }

/** A repair from 提交 to 关闭; the ticket's id. */
export async function repair(world: World, measure: Measure): Promise<string> {
  const photo = { id: newKey(), kind: 'photo' as const, slot: '报警画面' }
  const { id, uploads } = await measure('ticket.submit', () =>
    world.call('liguoqiang', 'ticket.submit', { ...request(), media: [photo] }),
  )
  const fileId = await world.upload('liguoqiang', uploads[0]!.path, 'jpeg')
  await measure('media.arrived', () =>
    world.call('liguoqiang', 'media.arrived', { id, media: photo.id, fileId }),
  )
  const move = (who: string, name: Parameters<World['move']>[2], input: Record<string, unknown>) =>
    measure(`ticket.move ${name}`, () => world.move(who, id, name, input))
  await move('shenxiaowen', 'askInfo', { asked: '请拍铭牌' })
  await move('liguoqiang', 'supplement', { text: '铭牌在电柜门上', media: [] })
  await move('shenxiaowen', 'verify', given.verify)
  await measure('dispatch.candidates', () => world.call('fanglixin', 'dispatch.candidates', { id }))
  await move('fanglixin', 'assign', { ...given.assign, ...far })
  await move('zhouhai', 'depart', { eta: far.arriveBy })
  await move('zhouhai', 'arrive', given.arrive)
  await move('zhouhai', 'report', given.report)
  await move('liguoqiang', 'sign', given.sign)
  const { visits } = await move('liguoqiang', 'renewCode', {})
  await move('zhouhai', 'leave', { code: visits[0]!.receipt!.code!.digits })
  await move('liguoqiang', 'rate', given.rate)
  await move('shenxiaowen', 'close', { note: '运行正常' })
  return id
}

/** Everything that is only looked at, or marked as seen. */
export async function looking(world: World, measure: Measure, id: string): Promise<void> {
  const call = world.call.bind(world)
  const [customer, coordinator, engineer, manager] = ['liguoqiang', 'shenxiaowen', 'zhouhai', 'fanglixin']
  await measure('session.open 客户', () => call(customer!, 'session.open', {}))
  await measure('session.open 负责人', () => call(manager!, 'session.open', {}))
  await measure('equipment.list', () => call(customer!, 'equipment.list', {}))
  await measure('equipment.open', () => call(customer!, 'equipment.open', { serial: 'QHV850-2403-016' }))
  const first = await measure('ticket.list 客户', () => call(customer!, 'ticket.list', { tab: 'finished' }))
  if (first.next) {
    const after = first.next
    await measure('ticket.list 翻页', () => call(customer!, 'ticket.list', { tab: 'finished', after }))
  }
  await measure('ticket.list 工程师', () => call(engineer!, 'ticket.list', { tab: 'open' }))
  await measure('ticket.list 内勤', () => call(coordinator!, 'ticket.list', { tab: 'finished' }))
  await measure('ticket.list 搜索', () => call(coordinator!, 'ticket.list', { tab: 'open', search: 'V850' }))
  await measure('ticket.open 客户', () => call(customer!, 'ticket.open', { id }))
  await measure('ticket.open 工程师', () => call(engineer!, 'ticket.open', { id }))
  await measure('work.open 内勤', () => call(coordinator!, 'work.open', {}))
  await measure('work.open 工程师', () => call(engineer!, 'work.open', {}))
  await measure('work.queue', () => call(coordinator!, 'work.queue', { queue: 'verify' }))
  const { items } = await measure('inbox.list', () => call(coordinator!, 'inbox.list', {}))
  await measure('inbox.read', () => call(coordinator!, 'inbox.read', { ids: items.map((one) => one.id) }))
  await measure('company.peek', () => call(customer!, 'company.peek', { code: joining.code }))
  const results = [{ template: 'T1' as const, answer: 'accept' as const }]
  await measure('consent.record', () => call(customer!, 'consent.record', { results }))
}

/** A newcomer joins; once a world. */
export const joins = (world: World, measure: Measure): Promise<unknown> =>
  measure('company.join', () => world.call('sunxiaobing', 'company.join', joining))
