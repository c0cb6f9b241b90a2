// A well-formed input for every move, as a person would type it on the page of that move. A move that is not named
// here is filled in from its schema: name it when a check of it wants something true of the ticket.
import type * as v from 'valibot'
import { acceptanceItems, jobOf, onsiteList } from '../../miniprogram/domain/company/checklists'
import { isoDay } from '../../miniprogram/domain/calendar/format'
import { moveInputs, type MoveName } from '../../miniprogram/domain/door/inputs'
import { milestones, nextStep } from '../../miniprogram/domain/installation/parts'
import { isTwin } from '../../miniprogram/domain/subjects'
import { visitOf, type Ticket, type Visit } from '../../miniprogram/domain/ticket/ticket'
import type { Cast, Dice } from './cast'
import { sampleOf } from './sample'

/** The ticket as the person sees it, and what he chooses by. */
export interface Moment {
  ticket: Ticket
  visit: Visit | null
  now: number
  cast: Cast
  dice: Dice
  /** New for each file that is announced. */
  fileId: () => string
}

const HOUR = 3600_000
const DAY = 24 * HOUR
type Given<M extends MoveName> = v.InferInput<(typeof moveInputs)[M]>
/** Twins are made of the move that they are twins of. */
type OwnMove = Exclude<MoveName, `${string}Said`>
type Made = { [M in OwnMove]: (at: Moment) => Given<M> }

const maybe = ({ dice }: Moment) => dice(2) === 0
const photo = ({ fileId }: Moment, slot: string) => ({ id: fileId(), kind: 'photo' as const, slot })
const some = (at: Moment, slot: string) => (maybe(at) ? [photo(at, slot)] : [])
const lines = (at: Moment) => [
  { name: '交通', amount: 60 },
  { name: '住宿', amount: at.dice(4) === 0 ? 6000 : 300 },
]
const route = ({ now }: Moment) => [
  { from: '苏州厂', to: '上海', by: '高铁', departAt: now + HOUR },
  { from: '上海', to: '用户', by: '汽车', departAt: now + 3 * HOUR },
]
const readyItems = ({ ticket }: Moment) => ticket.site.items.map((item) => item.id)
const openHelp = ({ ticket }: Moment) =>
  ticket.helps.find((help) => help.answeredAt === null && !help.takenBy) ??
  ticket.helps.find((help) => help.answeredAt === null)
const helperAsked = ({ visit }: Moment) => visit?.helpers.find((one) => one.lent === null)?.pid ?? 'nobody'
const planDays = ({ now }: Moment) =>
  (Object.keys(milestones) as (keyof typeof milestones)[]).map((key, i) => ({
    key,
    planned: isoDay(now + i * DAY),
  }))

const results = ['fixed', 'fixed', 'fixed', 'temporary', 'unfixed'] as const
function record(at: Moment) {
  const { ticks, photos } = onsiteList(
    jobOf(at.ticket.kind, at.ticket.install?.mode ?? null),
    at.ticket.equipment.model,
  )
  const part = { name: '电池', oldSerial: '无', newSerial: 'B-22', quantity: 1 }
  return {
    measure: '更换电池,重设参考点',
    parts: maybe(at) ? [part] : [],
    hours: 2,
    result: results[at.dice(results.length)]!,
    leftover: '',
    next: '下周三再来',
    ticks: ticks.map((one) => one.id),
    media: photos.map((slot) => photo(at, slot)),
  }
}

const companions = ({ cast, dice }: Moment) =>
  [[], [], [cast.pid('han')], [cast.pid('ma')], [cast.pid('du'), cast.pid('han')]][dice(5)]!

const intake = {
  verify: (at) => {
    const paid = maybe(at)
    return {
      charge: paid ? 'paid' : 'free',
      chargeReason: '三包条款',
      note: '电话核实属实',
      how: 'phone',
      estimate: paid ? 1200 : null,
      special: at.dice(6) === 0 ? 'debt' : '',
      siteByPhone: at.dice(3) > 0,
    }
  },
  askInfo: () => ({ asked: '报警画面照片' }),
  supplement: (at) => ({ text: '见照片', media: some(at, '报警') }),
  decline: () => ({ reason: '不是本公司产品' }),
  toRemote: () => ({ note: '先重启再看报警' }),
  remoteSolved: () => ({ note: '参数已恢复' }),
  remoteFailed: () => ({ note: '需要更换编码器' }),
  consent: () => ({ note: '同意' }),
  refuseConsent: () => ({ note: '先付清欠款' }),
  saveSite: (at) => ({ ready: readyItems(at).slice(1), media: some(at, '设备全景') }),
  confirmSite: (at) => ({
    ready: readyItems(at),
    media: at.ticket.site.items.filter((item) => item.photo).map((item) => photo(at, item.label)),
    truth: true,
  }),
  confirmSiteByPhone: (at) => ({ ready: readyItems(at), note: '和李国强通话' }),
  siteNotReady: (at) => ({ readyOn: isoDay(at.now + (1 + at.dice(9)) * DAY), note: '电柜门未修好' }),
  sendQuote: (at) => ({ lines: lines(at), note: '按期外收费' }),
  refuseQuote: () => ({ note: '价格太高' }),
  quoteByPhone: () => ({ note: '李国强 10:20 来电同意' }),
} satisfies Partial<Made>

const sending = {
  assign: (at) => ({
    engineer: at.cast.pid(at.dice(4) === 0 ? 'lu' : 'zhou'),
    companions: companions(at),
    task: '修 X 轴回零',
    arriveBy: at.now + DAY,
    finishBy: at.now + 2 * DAY,
    despite: false,
  }),
  reject: () => ({ reason: '家中有事' }),
  reassign: (at) => ({
    engineer: at.cast.pid(at.visit?.crew[0]?.pid === at.cast.pid('zhou') ? 'lu' : 'zhou'),
    reason: '周海请假,资料已移交',
    arriveBy: at.now + DAY,
    finishBy: at.now + 2 * DAY,
  }),
  releaseCompanion: ({ visit }) => ({
    who: visit?.crew[1]?.pid ?? visit?.helpers[0]?.pid ?? 'nobody',
    reason: '另有任务',
  }),
  waitPart: (at) => ({ name: '编码器', eta: isoDay(at.now + (1 + at.dice(6)) * DAY) }),
  lend: (at) => ({ helper: helperAsked(at), note: '' }),
  refuseLend: (at) => ({ helper: helperAsked(at), note: '本周排满' }),
  acceptNorms: () => ({ norms: true }),
  askTrip: (at) => ({ task: '修 X 轴回零', finishBy: at.now + 3 * DAY, legs: route(at), costs: lines(at) }),
  approveTrip: () => ({ note: '' }),
  rejectTrip: () => ({ note: '改乘高铁' }),
  changeRoute: (at) => ({ legs: route(at), reason: '高速封路' }),
  agreeRoute: () => ({ note: '' }),
  refuseRoute: () => ({ note: '按原路线' }),
  prepare: (at) => {
    const ids = (at.visit?.prep ?? []).map((item) => item.id)
    const short = at.dice(5) === 0
    return { done: short ? ids.slice(1) : ids, missing: short ? [{ id: ids[0]!, why: '缺图纸' }] : [] }
  },
  depart: (at) => ({ eta: at.now + 2 * HOUR }),
  newEta: (at) => ({ eta: at.now + 3 * HOUR, reason: '道路拥堵' }),
  arrive: (at) => ({ workwear: true, metOwner: true, siteReady: maybe(at), lateReason: '道路拥堵' }),
} satisfies Partial<Made>

const there = {
  askExtra: (at) => ({
    what: '顺便换刀库电池',
    reason: '不在合同范围',
    lines: lines(at),
    free: at.dice(3) === 0,
    finishBy: at.now + 8 * HOUR,
    media: some(at, '增项'),
  }),
  approveExtra: (at) => ({ lines: lines(at), free: at.dice(3) === 0, note: '' }),
  rejectExtra: () => ({ note: '下次再做' }),
  refuseExtra: () => ({ note: '' }),
  askDelay: (at) => ({
    reason: '等用户吊车',
    finishBy: (at.visit?.finishBy ?? at.now) + DAY,
    media: some(at, '现场'),
  }),
  refuseDelay: () => ({ note: '请先联系我' }),
  recordDelay: (at) => ({ how: maybe(at) ? 'call' : 'letter', note: '李国强来电', media: some(at, '来函') }),
  setPlan: (at) => ({ steps: planDays(at), reason: '供货推迟' }),
  milestone: (at) => ({
    key: (at.ticket.plan && nextStep(at.ticket.plan)?.key) ?? 'delivery',
    quality: 'pass',
    cost: 800,
    delayCause: '地基养护',
    note: '',
    media: some(at, '节点'),
  }),
  dayReport: (at) => ({ done: '就位找平', tomorrow: '接线', blockers: maybe(at) ? '缺起重' : '', media: [] }),
  report: (at) => ({ ...record(at), fault: 'AX-3-1', cause: '编码器电池没电' }),
  installReport: (at) => ({
    ...record(at),
    acceptance: acceptanceItems().map(({ id }) => ({
      id,
      result: at.dice(20) === 0 ? 'fail' : 'pass',
      note: '',
    })),
  }),
  askAppraisal: (at) => ({ question: '编码器是否可修', media: some(at, '鉴定') }),
  appraise: () => ({ opinion: '建议更换' }),
} satisfies Partial<Made>

const rated = (at: Moment) => ({
  stars: 1 + at.dice(5),
  reasons: [],
  nps: 9,
  note: '',
  callBack: maybe(at),
  callTime: 'any' as const,
})
const called = () => ({
  running: 'well' as const,
  conduct: 'all' as const,
  issues: [],
  price: 'same' as const,
  wish: '',
})

const ending = {
  sign: (at) => ({
    name: '孙小兵',
    post: '操作员',
    signature: '1,2 3,4',
    running: at.dice(8) !== 0,
    cleaned: true,
    oldParts: true,
    note: '',
  }),
  leave: (at) => ({
    code: at.dice(6) === 0 ? '000000' : (at.visit?.receipt?.code ?? '123456'),
  }),
  leaveOnPaper: (at) => ({
    signer: '王工',
    post: '班长',
    phone: '13800000009',
    media: [photo(at, '纸质回执')],
  }),
  confirmPaper: () => ({ note: '和王工通话,属实' }),
  rejectPaper: () => ({ note: '王工说没有签过' }),
  askException: (at) => ({ reason: '负责人出差,无人可签', media: some(at, '现场') }),
  allowException: () => ({ note: '已电话说明' }),
  refuseException: () => ({ note: '请等到下午' }),
  rate: (at) => rated(at),
  changeRating: (at) => rated(at),
  callBack: () => ({ said: '来晚了两小时', agreed: '下次提前一天约' }),
  callForRating: (at) => ({ result: maybe(at) ? 'will' : 'missed', note: '' }),
  close: () => ({ ...called(), note: '' }),
  redo: () => ({ why: '还在报警', script: { ...called(), price: null } }),
  askRewrite: () => ({ why: '序列号写错', script: null }),
  returnLater: (at) => ({
    how: at.dice(3) === 0 ? 'later' : 'missed',
    nextAt: at.now + DAY,
    note: '',
  }),
  closeUnreached: () => ({ note: '' }),
  toComplaint: () => ({ id: 't9', no: 'TS-261126-AAAA', why: '又坏了' }),
  correct: (at) => ({
    fault: at.ticket.kind === 'installation' ? '' : 'SP-3-1',
    cause: '碟簧失效',
    measure: '更换碟簧',
    parts: [],
    hours: 3,
    leftover: '',
    why: '故障归类选错',
  }),
} satisfies Partial<Made>

const asking = {
  answer: (at) => ({ text: '把 #130 号参数改为 1 再试', media: some(at, '参数') }),
  handInquiry: (at) => {
    const { answerer, desk } = at.ticket.inquiry ?? { answerer: null, desk: 'coordinator' }
    const free = [at.cast.pid('du'), at.cast.pid('zhou')].filter((pid) => pid !== answerer?.pid)
    const other = desk === 'technical' ? 'coordinator' : 'technical'
    return { to: [free[0]!, answerer ? 'technical' : other][at.dice(2)]!, note: '请看参数' }
  },
  settledByPhone: () => ({ note: '李国强说已经好了' }),
  askOn: (at) => ({ text: '改了还是报警', media: some(at, '报警') }),
  turnRepair: () => ({ other: 'none' }),
} satisfies Partial<Made>

const anyTime = {
  askHelp: (at) => ({ kind: 'parts', text: '缺密封圈', urgent: maybe(at), media: some(at, '求助') }),
  takeHelp: (at) => ({ help: openHelp(at)?.id ?? 'h1' }),
  answerHelp: (at) => ({ help: openHelp(at)?.id ?? 'h1', answer: '已发顺丰' }),
  urge: () => ({ reason: 'loss' }),
  addNote: (at) => ({ text: '又响了一次', media: some(at, '补充') }),
  askReschedule: (at) => ({ first: at.now + DAY, second: null, reason: '停电' }),
  agreeReschedule: (at) => ({ arriveBy: at.now + DAY, finishBy: at.now + 2 * DAY }),
  refuseReschedule: () => ({ note: '当天没有人' }),
  cancel: () => ({ reason: 'solved', note: '' }),
  reopen: () => ({ note: '同样的报警' }),
  takeIn: () => ({ other: 'none', reason: '同一故障' }),
  mergeInto: () => ({ other: 'none', reason: '同一故障' }),
  foundAgain: () => ({ earlier: [{ id: 't0', no: 'TS-261020-AAAA' }] }),
} satisfies Partial<Made>

const complaints = {
  callCustomer: () => ({ note: '已听取情况,约定周五前答复' }),
  assess: () => ({ severity: 'high', safety: 'none', complexity: 'several', impact: 'machine' }),
  investigate: () => ({ findings: '轴承磨损', cause: '润滑管接头漏油' }),
  analyse: () => ({ analysis: '同批接头有三起' }),
  sendPlan: () => ({ explanation: '接头选型不当', plan: '更换接头和轴承,延保半年' }),
  refusePlan: () => ({ note: '停产损失没有说' }),
  planByPhone: (at) => ({ answer: maybe(at) ? 'accepts' : 'refuses', note: '李国强来电' }),
} satisfies Partial<Made>

const made: Partial<Made> = {
  ...complaints,
  ...intake,
  ...sending,
  ...there,
  ...ending,
  ...asking,
  ...anyTime,
}

const heard = (at: Moment) => ({
  who: '李国强',
  saidAt: at.now - 10 * 60_000,
  how: maybe(at) ? 'phone' : 'letter',
  said: '就这样办',
})

/** An input of a move that a person who sees this ticket may well have typed. */
export function wellFormed(move: MoveName, visit: string | null, at: Omit<Moment, 'visit'>) {
  const moment: Moment = { ...at, visit: visitOf(at.ticket, visit) }
  const own = move.replace(/Said$/, '') as OwnMove
  const typed = (made[own]?.(moment) ?? sampleOf(moveInputs[own], at.now)) as Record<string, unknown>
  return isTwin(move) ? { ...typed, ...heard(moment) } : typed
}
