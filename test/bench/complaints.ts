// Everything of a complaint once, as the right people.
import { complaint, pidOf, type World } from '../service/world'
import type { MoveName } from '../../miniprogram/domain/door/inputs'
import type { Measure } from './measure'

const judged = { severity: 'high', safety: 'none', complexity: 'simple', impact: 'one' }
const plan = { explanation: '润滑间隔过长', plan: '更换轴承' }

/** The same problem twice: called, looked into, refused, answered again, accepted on the phone; one about a person. */
export async function complaints(world: World, measure: Measure): Promise<void> {
  await measure('complaint.about', () => world.call('liguoqiang', 'complaint.about', {}))
  const first = complaint()
  const { id: before } = await measure('ticket.submit 投诉', () =>
    world.call('liguoqiang', 'ticket.submit', first),
  )
  const { id } = await world.call('liguoqiang', 'ticket.submit', complaint())
  const make = (who: string, move: MoveName, input: Record<string, unknown> = {}) =>
    measure(`ticket.move ${move}`, () => world.move(who, id, move, input))
  await measure('work.queue 升级投诉', () => world.call('zhengguodong', 'work.queue', { queue: 'raised' }))
  await measure('work.queue 重复投诉', () => world.call('qinlan', 'work.queue', { queue: 'repeats' }))
  await measure('ticket.open 投诉', () => world.call('fanglixin', 'ticket.open', { id }))
  await make('fanglixin', 'callCustomer', { note: '已听取' })
  await make('fanglixin', 'assess', judged)
  await make('qinlan', 'analyse', { analysis: '同批三起' })
  await make('fanglixin', 'investigate', { findings: '轴承磨损', cause: '缺油' })
  await make('fanglixin', 'sendPlan', plan)
  await make('liguoqiang', 'refusePlan', { note: '没说停产损失' })
  await world.move('fanglixin', id, 'investigate', { findings: '损失已核对', cause: '缺油' })
  await world.move('fanglixin', id, 'sendPlan', plan)
  await make('shenxiaowen', 'planByPhone', { answer: 'accepts', note: '李国强来电' })
  await world.move('fanglixin', before, 'callCustomer', { note: '已听取' })
  await world.move('fanglixin', before, 'assess', judged)
  await world.move('fanglixin', before, 'investigate', { findings: '轴承磨损', cause: '缺油' })
  await world.move('fanglixin', before, 'sendPlan', plan)
  await measure('ticket.move acceptPlan', () => world.move('liguoqiang', before, 'acceptPlan', {}))
  const about = complaint({ about: 'person', personPid: pidOf('shenxiaowen'), topic: 'attitude' })
  await measure('ticket.submit 涉及人员', () => world.call('liguoqiang', 'ticket.submit', about))
  await measure('ticket.list 涉及的人', () => world.call('shenxiaowen', 'ticket.list', { tab: 'open' }))
}
