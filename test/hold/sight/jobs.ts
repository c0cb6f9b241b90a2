// One ticket of each kind that goes its way, with something planted in every kind of field.
import { entry, given, newKey, pidOf, question, World } from '../../service/world'

const machine = 'e-qhv850-2403-016'
/** What 马志强 wrote while the job was his. */
export const note = {
  key: 'key-of-his-note',
  move: 'addNote' as const,
  visit: null,
  input: { text: '我先看图纸', media: [] },
}
const price = (amount: number) => [{ name: '一项', amount }]

type Move = (
  who: string,
  name: Parameters<World['move']>[2],
  input: Record<string, unknown>,
) => Promise<unknown>
const mover =
  (world: World, id: string): Move =>
  (who, name, input) =>
    world.move(who, id, name, input)

/** A letter of 蒋悦 for 孙小兵 that goes its whole way; `asked` is called while it is asked who of the workshop goes. */
export async function repair(
  world: World,
  asked: (id: string) => Promise<void>,
): Promise<{ id: string; code: string }> {
  const from = entry()
  const contact = { contactPhone: '13912345677', description: '回零报警,暗语甲' }
  const { id } = await world.call('jiangyue', 'ticket.enter', {
    ...from,
    ownerPid: pidOf('sunxiaobing'),
    source: 'letter',
    letterNo: 'GZ-26-31',
    request: { ...from.request, ...contact } as typeof from.request,
  })
  const move = mover(world, id)
  await move('shenxiaowen', 'verify', { ...given.verify, estimate: 4321, note: '核实暗语乙' })
  await move('liguoqiang', 'acceptQuote', {})
  // what the office writes for itself while the site waits, and notes of a call
  const site = (await world.call('shenxiaowen', 'ticket.open', { id })).ticket.site.items
  await move('shenxiaowen', 'siteNotReady', { readyOn: '2026-11-24', note: '老赖账,暗语乙' })
  for (const who of ['liguoqiang', 'sunxiaobing']) {
    const { ticket } = await world.call(who, 'ticket.open', { id })
    expect([who, ticket.site.note]).toEqual([who, ''])
  }
  const ready = site.map((item) => item.id)
  await move('shenxiaowen', 'confirmSiteByPhone', { ready, note: '电话暗语乙' })
  await move('shenxiaowen', 'sendQuote', { lines: price(4321), note: '' })
  await move('shenxiaowen', 'quoteByPhone', { note: '李国强来电,暗语乙' })
  const companions = [pidOf('handong'), pidOf('xuwei')]
  await move('fanglixin', 'assign', { ...given.assign, engineer: pidOf('mazhiqiang'), companions })
  await move('taojun', 'lend', { helper: pidOf('xuwei'), note: '' })
  await move('xuwei', 'acceptNorms', { norms: true })
  await world.call('mazhiqiang', 'ticket.move', { ...note, id })
  await move('fanglixin', 'reassign', { engineer: pidOf('zhouhai'), reason: '马志强请假,暗语乙' })
  await move('shenxiaowen', 'addNote', { text: '这家催得紧,暗语乙', media: [] })
  await move('zhouhai', 'askTrip', { ...given.askTrip, costs: price(754).concat(price(6900)) })
  await move('zhengguodong', 'approveTrip', { note: '快去暗语乙' })
  await move('zhouhai', 'prepare', given.prepare)
  await asked(id)
  await move('taojun', 'refuseLend', { helper: pidOf('handong'), note: '走不开' })
  return { id, code: await leaving(world, id, move) }
}

/** From the road to the survey; the code for leaving. */
async function leaving(world: World, id: string, move: Move): Promise<string> {
  const extra = { what: '换碟簧', reason: '拉刀力不足', lines: price(3187), free: false, media: [] }
  await move('zhouhai', 'depart', given.depart)
  await move('zhouhai', 'arrive', given.arrive)
  await move('zhouhai', 'askAppraisal', { question: '编码器能否修', media: [] })
  await move('zhouhai', 'askExtra', { ...extra, finishBy: given.assign.finishBy })
  await move('fanglixin', 'approveExtra', { lines: price(3187), free: false, note: '批了暗语乙' })
  await move('liguoqiang', 'acceptExtra', {})
  await world.report('zhouhai', id)
  await move('wuting', 'sign', { ...given.sign, signature: '11,22 33,44' })
  const { visits } = (await world.call('sunxiaobing', 'ticket.open', { id })).ticket
  const code = visits[0]!.receipt!.code!.digits
  await move('zhouhai', 'leave', { code })
  const words = { reasons: ['unfixed'], note: '评语暗语丙', callBack: true }
  await move('sunxiaobing', 'rate', { ...given.rate, stars: 1, ...words })
  return code
}

/** 孙小兵 asks, 内勤 hands it on, 杜明远 answers. */
export async function inquiry(world: World): Promise<string> {
  const asked = { description: '刀补怎么清零,暗语丁', contactName: '孙小兵', contactPhone: '13912345678' }
  const { id } = await world.call('sunxiaobing', 'ticket.submit', { ...question(), ...asked })
  const move = mover(world, id)
  await move('shenxiaowen', 'handInquiry', { to: pidOf('dumingyuan'), note: '交接暗语戊' })
  await move('dumingyuan', 'answer', { text: '用 G10 写成循环', media: [] })
  return id
}

/** 孙小兵 complains about the machine; the manager looks into it and sends a plan. */
export async function complaint(world: World): Promise<string> {
  const { id } = await world.call('sunxiaobing', 'ticket.submit', {
    ...{ kind: 'complaint', key: newKey(), safety: false, about: 'product', ticketId: null },
    ...{ personPid: null, equipmentId: machine, topic: 'noise', description: '又响了,暗语己' },
    ...{ media: [], remedies: ['repair'], callAt: null },
    ...{ contactName: '孙小兵', contactPhone: '13912345679' },
  })
  const move = mover(world, id)
  await move('fanglixin', 'callCustomer', { note: '电话暗语庚' })
  const assessed = { severity: 'middle', safety: 'none', complexity: 'simple', impact: 'one' }
  await move('fanglixin', 'assess', assessed)
  await move('fanglixin', 'investigate', { findings: '调查暗语辛', cause: '润滑不足' })
  await move('fanglixin', 'sendPlan', { explanation: '润滑不足', plan: '换轴承' })
  return id
}

const milestones = ['delivery', 'placing', 'wiring', 'tuning', 'cutting', 'acceptance']

/** An installation whose first milestone is done, with what it cost us. */
export async function installation(world: World): Promise<string> {
  const { id } = await world.call('sunxiaobing', 'ticket.submit', {
    ...{ kind: 'installation', key: newKey(), equipmentId: machine, mode: 'turnkey' },
    ...{ contractNo: 'QH-2026-118', arrivalOn: '2026-11-24', readyOn: '2026-11-24', description: '' },
    ...{ contactName: '孙小兵', contactPhone: '13912345670', wish: 'asap', wishAt: null, media: [] },
  })
  const move = mover(world, id)
  await move('shenxiaowen', 'verify', { ...given.verify, charge: 'free', estimate: null })
  const steps = milestones.map((key) => ({ key, planned: '2026-11-24' }))
  await move('shenxiaowen', 'setPlan', { steps, reason: '' })
  await move('fanglixin', 'assign', given.assign)
  await move('zhouhai', 'askTrip', given.askTrip)
  await move('fanglixin', 'approveTrip', { note: '' })
  await move('zhouhai', 'prepare', { done: ['p1', 'p2', 'p3', 'p4', 'p5'], missing: [] })
  await move('zhouhai', 'depart', given.depart)
  await move('zhouhai', 'arrive', given.arrive)
  const checked = { key: 'delivery', quality: 'pass', cost: 9876, delayCause: '', note: '', media: [] }
  await move('zhouhai', 'milestone', checked)
  await move('zhouhai', 'dayReport', { done: '到货清点', tomorrow: '就位', blockers: '', media: [] })
  return id
}
