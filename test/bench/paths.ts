// Every move of the tables once, on as many tickets as that takes, as the right people.
import { at, entry, given, newKey, pidOf, request, type World } from '../service/world'
import { followedUp, inVain } from './after'
import { complaints } from './complaints'
import { inquiries } from './inquiries'
import type { Make, Measure } from './measure'

const day = '2026-11-27'
const far = { arriveBy: at('11-27T10:00'), finishBy: at('11-27T17:30') }
const photo = (slot: string) => ({ id: newKey(), kind: 'photo' as const, slot })
const shot = (...slots: string[]) => ({ media: slots.map(photo) })
const asking = { ...given.verify, siteByPhone: false }
const lines = [{ name: '人工', amount: 600 }]
const trip = { ...given.askTrip, finishBy: far.finishBy }
const allItems = ['s1', 's2', 's3', 's4', 's5', 's6']

const maker =
  (world: World, measure: Measure, id: string): Make =>
  (who, move, input = {}) =>
    measure(`ticket.move ${move}`, () => world.move(who, id, move, input))

const submit = async (world: World): Promise<string> =>
  (await world.call('liguoqiang', 'ticket.submit', request())).id

/** A repair from 提交 to 关闭 and open again; the ticket's id. */
export async function repair(world: World, measure: Measure): Promise<string> {
  const announced = photo('报警画面')
  const { id, uploads } = await measure('ticket.submit', () =>
    world.call('liguoqiang', 'ticket.submit', { ...request(), media: [announced] }),
  )
  const fileId = await world.upload('liguoqiang', uploads[0]!.path, 'jpeg')
  await measure('media.arrived', () =>
    world.call('liguoqiang', 'media.arrived', { id, media: announced.id, fileId }),
  )
  const make = maker(world, measure, id)
  await make('shenxiaowen', 'askInfo', { asked: '请拍铭牌' })
  await make('liguoqiang', 'supplement', { text: '铭牌在电柜门上', media: [] })
  await make('shenxiaowen', 'verify', asking)
  await make('liguoqiang', 'acceptQuote')
  await make('liguoqiang', 'saveSite', { ready: ['s1'], ...shot('设备全景') })
  await make('liguoqiang', 'confirmSite', {
    ready: allItems,
    ...shot('设备全景', '铭牌', '报警画面', '故障部位'),
    truth: true,
  })
  await measure('dispatch.candidates', () => world.call('fanglixin', 'dispatch.candidates', { id }))
  await make('fanglixin', 'assign', { ...given.assign, ...far, companions: [pidOf('handong')] })
  await make('handong', 'lend', { helper: pidOf('handong'), note: '' })
  await make('handong', 'acceptNorms', { norms: true })
  await make('zhouhai', 'askTrip', trip)
  await measure('approve.open', () => world.call('fanglixin', 'approve.open', {}))
  await make('fanglixin', 'rejectTrip', { note: '请写明车次' })
  await make('zhouhai', 'askTrip', trip)
  await make('fanglixin', 'approveTrip', { note: '' })
  await make('zhouhai', 'changeRoute', { legs: trip.legs, reason: '改乘汽车' })
  await make('fanglixin', 'agreeRoute', { note: '' })
  await make('zhouhai', 'prepare', given.prepare)
  await make('zhouhai', 'depart', { eta: far.arriveBy })
  await make('zhouhai', 'newEta', { eta: far.arriveBy, reason: '拥堵' })
  await make('zhouhai', 'arrive', given.arrive)
  await onSite(make)
  await make('zhouhai', 'report', { ...given.report, ...shot('修前', '修后') })
  await make('liguoqiang', 'sign', given.sign)
  const { visits } = await make('liguoqiang', 'renewCode')
  await make('zhouhai', 'leave', { code: visits[0]!.receipt!.code!.digits })
  await measure('receipt.verify', () => world.call('liguoqiang', 'receipt.verify', { id }))
  await followedUp(make)
  return id
}

async function onSite(make: Make): Promise<void> {
  const extra = {
    what: '换碟簧',
    reason: '拉刀力不足',
    lines,
    free: false,
    finishBy: far.finishBy,
    media: [],
  }
  await make('zhouhai', 'askExtra', extra)
  await make('fanglixin', 'approveExtra', { lines, free: false, note: '' })
  await make('liguoqiang', 'acceptExtra')
  await make('zhouhai', 'askDelay', { reason: '等操作人员', finishBy: far.finishBy + 3600_000, media: [] })
  await make('liguoqiang', 'acceptDelay')
  await make('zhouhai', 'askHelp', { kind: 'parts', text: '要碟簧一套', urgent: false, media: [] })
  await make('shenxiaowen', 'takeHelp', { help: 'h1' })
  await make('shenxiaowen', 'answerHelp', { help: 'h1', answer: '明天到' })
  await make('zhouhai', 'askAppraisal', { question: '主轴能否继续用', media: [] })
  await make('dumingyuan', 'appraise', { opinion: '可以' })
  await make('liguoqiang', 'urge', { reason: 'late' })
  await make('liguoqiang', 'addNote', { text: '请带上图纸', media: [] })
}

/** The other ways a ticket may go. */
export async function byways(world: World, measure: Measure): Promise<void> {
  for (const way of [
    declined,
    special,
    refused,
    remote,
    cancelled,
    unanswered,
    dispatched,
    onPaper,
    excepted,
    installed,
    merged,
    inquiries,
    complaints,
  ])
    await way(world, measure)
}

type Way = (world: World, measure: Measure) => Promise<void>

const declined: Way = async (world, measure) => {
  await maker(world, measure, await submit(world))('shenxiaowen', 'decline', { reason: '非本公司设备' })
}
const special: Way = async (world, measure) => {
  const make = maker(world, measure, await submit(world))
  await make('shenxiaowen', 'verify', { ...given.verify, special: 'debt' })
  await make('zhengguodong', 'consent', { note: '' })
  await make('fanglixin', 'sendQuote', { lines, note: '' })
  await make('liguoqiang', 'refuseQuote', { note: '太贵' })
  await make('fanglixin', 'sendQuote', { lines, note: '' })
  await make('shenxiaowen', 'quoteByPhone', { note: '李国强来电同意' })
  await make('shenxiaowen', 'waitPart', { name: '碟簧', eta: day })
  await make('shenxiaowen', 'partArrived')
  await make('liguoqiang', 'askReschedule', { first: far.arriveBy, second: null, reason: '' })
  await make('shenxiaowen', 'refuseReschedule', { note: '那天没有人' })
  await make('liguoqiang', 'askReschedule', { first: far.arriveBy, second: null, reason: '' })
  await make('shenxiaowen', 'agreeReschedule', far)
}
const refused: Way = async (world, measure) => {
  const make = maker(world, measure, await submit(world))
  await make('shenxiaowen', 'verify', { ...given.verify, special: 'debt' })
  await make('zhengguodong', 'refuseConsent', { note: '先还款' })
}
const remote: Way = async (world, measure) => {
  const first = maker(world, measure, await submit(world))
  await first('shenxiaowen', 'toRemote', { note: '电话指导' })
  await first('dumingyuan', 'remoteFailed', { note: '要上门' })
  const second = maker(world, measure, await submit(world))
  await second('shenxiaowen', 'toRemote', { note: '电话指导' })
  await second('dumingyuan', 'remoteSolved', { note: '参数已改' })
  await second('liguoqiang', 'reopen', { note: '又报警' })
}
const cancelled: Way = async (world, measure) => {
  const make = maker(world, measure, await submit(world))
  await make('shenxiaowen', 'verify', asking)
  await make('liguoqiang', 'siteNotReady', { readyOn: day, note: '' })
  await make('shenxiaowen', 'confirmSiteByPhone', { ready: allItems, note: '李国强' })
  await make('liguoqiang', 'cancel', { reason: 'solved', note: '' })
}

/** Nobody answers: ended by the office, objected to, and going on. */
const unanswered: Way = async (world, measure) => {
  const make = maker(world, measure, await submit(world))
  await make('shenxiaowen', 'verify', asking)
  await make('shenxiaowen', 'endUnreached', { tried: '打了五次电话' })
  await make('liguoqiang', 'objectTo', { note: '我出差了' })
  await make('fanglixin', 'settleObjection', { finding: 'wrong', note: '李国强来电' })
  const job = await arrived(world)
  const there = maker(world, measure, job)
  const extra = { what: '清洗', reason: '超范围', lines, free: false, finishBy: far.finishBy, media: [] }
  await there('zhouhai', 'askExtra', extra)
  await there('zhouhai', 'withdrawExtra', { note: '用户不在' })
  await there('zhouhai', 'askDelay', { reason: '等人', finishBy: far.finishBy + 3600_000, media: [] })
  await there('zhouhai', 'withdrawDelay', { note: '人到了' })
}

/** An engineer who may depart, by the shortest way. */
async function ready(world: World): Promise<string> {
  const id = await submit(world)
  await world.ready(id)
  return id
}

const dispatched: Way = async (world, measure) => {
  const id = await submit(world)
  const make = maker(world, measure, id)
  await world.move('shenxiaowen', id, 'verify', given.verify)
  await world.move('fanglixin', id, 'assign', { ...given.assign, ...far, companions: [pidOf('handong')] })
  await make('handong', 'refuseLend', { helper: pidOf('handong'), note: '抽不出人' })
  await make('zhouhai', 'reject', { reason: '家中有事' })
  await world.move('liguoqiang', id, 'acceptQuote', {})
  await world.move('fanglixin', id, 'assign', { ...given.assign, ...far })
  await make('fanglixin', 'reassign', { engineer: pidOf('mazhiqiang'), reason: '周海请假' })
  await world.road(id, 'mazhiqiang')
  await world.move('mazhiqiang', id, 'changeRoute', { legs: trip.legs, reason: '改道' })
  await make('fanglixin', 'refuseRoute', { note: '按原路线' })
}

async function arrived(world: World): Promise<string> {
  const id = await ready(world)
  await world.move('zhouhai', id, 'depart', { eta: far.arriveBy })
  await world.move('zhouhai', id, 'arrive', { ...given.arrive, lateReason: '路上拥堵' })
  return id
}

const onPaper: Way = async (world, measure) => {
  const id = await arrived(world)
  const make = maker(world, measure, id)
  await world.move('zhouhai', id, 'askExtra', {
    what: '清洗',
    reason: '超范围',
    lines,
    free: false,
    finishBy: far.finishBy,
    media: [],
  })
  await make('fanglixin', 'rejectExtra', { note: '不做' })
  await world.move('zhouhai', id, 'askExtra', {
    what: '清洗',
    reason: '超范围',
    lines,
    free: true,
    finishBy: far.finishBy,
    media: [],
  })
  await world.move('fanglixin', id, 'approveExtra', { lines: [], free: true, note: '' })
  await make('liguoqiang', 'refuseExtra', { note: '' })
  await world.move('zhouhai', id, 'askDelay', { reason: '等人', finishBy: far.finishBy, media: [] })
  await make('liguoqiang', 'refuseDelay', { note: '请联系我' })
  await world.move('zhouhai', id, 'askDelay', { reason: '等人', finishBy: far.finishBy, media: [] })
  await make('shenxiaowen', 'recordDelay', { how: 'call', note: '李国强来电', media: [] })
  await world.report('zhouhai', id)
  const paper = { signer: '李国强', post: '设备经理', phone: '13800000001', ...shot('纸质回执') }
  await make('zhouhai', 'leaveOnPaper', paper)
  await make('shenxiaowen', 'rejectPaper', { note: '没有签过' })
  await world.move('zhouhai', id, 'leaveOnPaper', { ...paper, ...shot('纸质回执') })
  await make('shenxiaowen', 'confirmPaper', { note: '已核实' })
  await make('shenxiaowen', 'redo', { why: '还在报警', script: null })
}

const excepted: Way = async (world, measure) => {
  const id = await arrived(world)
  const make = maker(world, measure, id)
  await world.report('zhouhai', id)
  await make('zhouhai', 'askException', { reason: '用户不在', media: [] })
  await make('fanglixin', 'refuseException', { note: '再等等' })
  await world.move('zhouhai', id, 'askException', { reason: '用户不在', media: [] })
  await make('fanglixin', 'allowException', { note: '电话说明' })
  await inVain(make)
}

const steps = ['delivery', 'placing', 'wiring', 'tuning', 'cutting', 'acceptance'] as const

const installed: Way = async (world, measure) => {
  const { key, equipmentId, description, contactName, contactPhone, wish, wishAt, media } = request()
  const asked = {
    kind: 'installation' as const,
    mode: 'turnkey' as const,
    contractNo: 'QH-1',
    arrivalOn: day,
    readyOn: day,
    ...{ key, equipmentId, description, contactName, contactPhone, wish, wishAt, media },
  }
  const { id } = await world.call('liguoqiang', 'ticket.submit', asked)
  const make = maker(world, measure, id)
  await world.move('shenxiaowen', id, 'verify', { ...given.verify, charge: 'free', estimate: null })
  await make('fanglixin', 'setPlan', { steps: steps.map((key) => ({ key, planned: day })), reason: '' })
  await world.move('fanglixin', id, 'assign', { ...given.assign, ...far })
  await world.move('zhouhai', id, 'askTrip', trip)
  await world.move('fanglixin', id, 'approveTrip', { note: '' })
  await world.move('zhouhai', id, 'prepare', { done: ['p1', 'p2', 'p3', 'p4', 'p5'], missing: [] })
  await world.move('zhouhai', id, 'depart', { eta: far.arriveBy })
  await world.move('zhouhai', id, 'arrive', given.arrive)
  const milestone = { quality: 'pass', cost: 0, delayCause: '', note: '', media: [] }
  await make('zhouhai', 'milestone', { key: 'delivery', ...milestone })
  await make('zhouhai', 'dayReport', { done: '开箱', tomorrow: '就位', blockers: '', media: [] })
  const { lists } = (await world.call('zhouhai', 'ticket.open', { id })).ticket
  await make('zhouhai', 'installReport', {
    measure: '安装完成',
    parts: [],
    hours: 8,
    result: 'fixed',
    leftover: '',
    next: '',
    ticks: lists.ticks.map((one) => one.id),
    acceptance: lists.acceptance.map((one) => ({ id: one.id, result: 'pass', note: '' })),
    ...shot(...lists.photos),
  })
}

const merged: Way = async (world, measure) => {
  const into = await submit(world)
  const { id } = await measure('ticket.enter', () =>
    world.call('shenxiaowen', 'ticket.enter', { ...entry(), despite: true }),
  )
  await measure('ticket.similar', () => world.call('shenxiaowen', 'ticket.similar', { id }))
  await measure('manual.list', () => world.call('shenxiaowen', 'manual.list', { ticketId: id }))
  await measure('ticket.merge', () =>
    world.call('shenxiaowen', 'ticket.merge', { id, into, key: newKey(), reason: '同一故障' }),
  )
}
