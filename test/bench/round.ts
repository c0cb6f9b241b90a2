// Everything of the door that is looked at or kept beside the tickets, once, as the right people.
import { ticketRecords } from '../../demo/tickets'
import { invited, joining, newKey, pidOf, type World } from '../service/world'
import type { Measure } from './measure'
import { statistics } from './statistics'

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
  await measure('dispatch.board', () => call(manager!, 'dispatch.board', {}))
  const machine = 'e-qhu500-2606-002'
  await measure('return.list', () => call(coordinator!, 'return.list', {}))
  await measure('return.open', () => call(coordinator!, 'return.open', { id: machine }))
  const said = { how: 'done' as const, running: 'well' as const, wish: '', nextAt: null, note: '' }
  await measure('return.record', () =>
    call(coordinator!, 'return.record', { id: machine, key: newKey(), ...said }),
  )
  const service = ticketRecords().find((one) => one.state === 'followup' && one.companyId === 'c1')!._id
  const unhappy = { topic: 'unfixed' as const, description: '又有异响', safety: false }
  await measure('return.complain', () =>
    call(coordinator!, 'return.complain', { id: service, key: newKey(), ...unhappy, remedies: ['repair'] }),
  )
  await measure('company.find', () => call(coordinator!, 'company.find', { search: '澄远' }))
  await measure('archive.companies', () => call(coordinator!, 'archive.companies', { search: '澄远' }))
  await measure('archive.list 客户', () => call(customer!, 'archive.list', { serial: 'QHV850-2403-016' }))
  const scope = { companyId: 'c1', kind: 'visit' as const }
  await measure('archive.list', () => call(coordinator!, 'archive.list', scope))
  await measure('archive.list 全部', () => call(coordinator!, 'archive.list', {}))
  await measure('archive.list 搜索', () => call(manager!, 'archive.list', { ...scope, search: '回零' }))
  await measure('archive.list 单号', () => call(manager!, 'archive.list', { search: 'BX-261123-K7Q4' }))
  await measure('export.make', () => call(manager!, 'export.make', { what: 'archive', filter: scope }))
  await ledger(world, measure)
  await measure('staff.list', () => call(manager!, 'staff.list', {}))
  const skills = ['车床']
  await measure('staff.change', () =>
    call(manager!, 'staff.change', { pid: pidOf('mazhiqiang'), skills, base: '宁波', active: true }),
  )
  const away = {
    pid: pidOf('mazhiqiang'),
    from: '2026-12-01',
    to: '2026-12-02',
    reason: '培训',
    remove: false,
  }
  await measure('staff.jobs', () => call(manager!, 'staff.jobs', { pid: pidOf('mazhiqiang') }))
  await measure('staff.handOver', () =>
    call(manager!, 'staff.handOver', {
      ...{ key: newKey(), pid: pidOf('mazhiqiang'), to: pidOf('zhouhai'), ticket: 'none', reason: '交接' },
    }),
  )
  await measure('staff.absence', () => call(manager!, 'staff.absence', away))
  const { code } = await measure('staff.invite', () =>
    call(manager!, 'staff.invite', { ...invited, skills, key: newKey() }),
  )
  const colleague = `colleague-${code}`
  await measure('staff.join', () =>
    call(colleague, 'staff.join', { code, phone: '13800000099', consent: true }),
  )
  await measure('work.queue', () => call(coordinator!, 'work.queue', { queue: 'verify' }))
  await statistics(world, measure)
  const { items } = await measure('inbox.list', () => call(coordinator!, 'inbox.list', {}))
  await measure('inbox.read', () => call(coordinator!, 'inbox.read', { ids: items.map((one) => one.id) }))
  await measure('company.peek', () => call(customer!, 'company.peek', { code: joining.code }))
  const results = [{ template: 'T1' as const, answer: 'accept' as const }]
  await measure('consent.record', () => call(customer!, 'consent.record', { results }))
}

/** An old ledger of two lines, from the file to the refused line. */
async function ledger(world: World, measure: Measure): Promise<void> {
  const who = 'shenxiaowen'
  const lines = '日期,序列号,现象\n2024-07-01,QHV850-2403-016,主轴异响\n,QHV850-2403-016,没有日期\n'
  const fileId = await world.upload(who, `imports/${pidOf(who)}/bench.csv`, lines)
  const { mapping } = await measure('import.open', () => world.call(who, 'import.open', { fileId }))
  await measure('import.check', () => world.call(who, 'import.check', { fileId, mapping }))
  await measure('import.write', () => world.call(who, 'import.write', { fileId, mapping, from: 0 }))
  await measure('import.report', () => world.call(who, 'import.report', { fileId, mapping }))
}

/** A newcomer joins; once a world. */
export const joins = (world: World, measure: Measure): Promise<unknown> =>
  measure('company.join', () => world.call('sunxiaobing', 'company.join', joining))
