// Every page as a person of the right role opens it with the demo's data: a new page is a line here.
import { ticketRecords } from '../../../demo/tickets'
import type { TicketRecord } from '../../../cloudfunctions/store/records'

/** Most nodes and depth of what is drawn, and most bytes that one setData brings. */
export interface Budget {
  nodes: number
  depth: number
  bytes: number
}
const budget = (nodes: number, depth: number, kilobytes: number): Budget => ({
  nodes,
  depth,
  bytes: kilobytes * 1024,
})
const list = budget(350, 14, 24)
const ticket = budget(450, 16, 32)
const form = budget(400, 15, 12)
const short = budget(220, 12, 10)
const board = budget(600, 16, 40)

export interface PageRow {
  /** What a person would call it, with who looks. */
  name: string
  who: string
  path: string
  budget: Budget
  /** Calls of the door at its opening; 0 for a page that asks nothing, and then it has no states of waiting. */
  calls: number
  /** Goes on without an answer: a form of its own. */
  form?: boolean
}

const records = ticketRecords()
/** Where a ticket stands: its own state, or its running visit's. */
export const stateOf = (one: TicketRecord): string =>
  one.state === 'visiting' ? one.visits[one.visits.length - 1]!.state : one.state
const inState = (state: string): TicketRecord => {
  const found = records.find((one) => stateOf(one) === state)
  if (!found) throw new Error(`no demo ticket is ${state}`)
  return found
}
const of = (state: string): string => `id=${inState(state)._id}`
const visitOf = (state: string): string => `${of(state)}&v=${inState(state).visits.at(-1)!.id}`

export const pages: readonly PageRow[] = [
  { name: '首页,还没加入', who: 'sunxiaobing', path: '/pages/home/index', budget: list, calls: 1 },
  { name: '首页,客户', who: 'liguoqiang', path: '/pages/home/index', budget: list, calls: 1 },
  { name: '首页,员工', who: 'shenxiaowen', path: '/pages/home/index', budget: list, calls: 1 },
  { name: '工单,客户', who: 'liguoqiang', path: '/pages/tickets/index', budget: list, calls: 1 },
  { name: '工单,员工', who: 'fanglixin', path: '/pages/tickets/index', budget: list, calls: 1 },
  { name: '工作台,内勤', who: 'shenxiaowen', path: '/pages/workbench/index', budget: list, calls: 1 },
  { name: '工作台,外勤', who: 'zhouhai', path: '/pages/workbench/index', budget: list, calls: 1 },
  { name: '设备', who: 'liguoqiang', path: '/pages/equipment/index', budget: list, calls: 1 },
  { name: '我的,客户', who: 'liguoqiang', path: '/pages/me/index', budget: list, calls: 1 },
  { name: '我的,员工', who: 'zhouhai', path: '/pages/me/index', budget: list, calls: 1 },
  {
    name: '加入企业',
    who: 'sunxiaobing',
    path: '/pages/join/index?code=CY7K3P9X',
    budget: form,
    calls: 1,
    form: true,
  },
  {
    name: '设备落地页',
    who: 'liguoqiang',
    path: '/customer/scan/index?serial=QHV850-2403-016',
    budget: short,
    calls: 1,
  },
  { name: '找设备', who: 'liguoqiang', path: '/customer/scan/index', budget: short, calls: 0 },
  {
    name: '报修',
    who: 'liguoqiang',
    path: '/customer/submit/index?serial=QHV850-2403-016',
    budget: form,
    calls: 1,
    form: true,
  },
  {
    name: '提交成功',
    who: 'liguoqiang',
    path: `/customer/done/index?${of('verified')}&no=BX-261120-AAAA&due=1795512600000&late=1&provisional=1`,
    budget: short,
    calls: 0,
  },
  {
    name: '提交成功,没有网络',
    who: 'liguoqiang',
    path: '/customer/done/index?key=waits',
    budget: short,
    calls: 0,
  },
  {
    name: '补充信息',
    who: 'chenmeiling',
    path: `/customer/supplement/index?${of('need_info')}`,
    budget: form,
    calls: 1,
  },
  {
    name: '服务回执,待签',
    who: 'yuyang',
    path: `/customer/receipt/index?${visitOf('wait_sign')}`,
    budget: short,
    calls: 1,
  },
  {
    name: '服务回执,已签',
    who: 'liguoqiang',
    path: `/customer/receipt/index?${visitOf('closed')}`,
    budget: short,
    calls: 1,
  },
  {
    name: '评价',
    who: 'wangshouye',
    path: `/customer/rate/index?${visitOf('left')}`,
    budget: short,
    calls: 1,
  },
  { name: '消息', who: 'liguoqiang', path: '/customer/inbox/index', budget: list, calls: 1 },
  {
    name: '核实',
    who: 'shenxiaowen',
    path: `/office/verify/index?${of('submitted')}`,
    budget: ticket,
    calls: 1,
  },
  { name: '派工', who: 'fanglixin', path: `/office/board/index?${of('verified')}`, budget: board, calls: 1 },
  {
    name: '到达现场',
    who: 'luyifan',
    path: `/field/arrive/index?${visitOf('traveling')}`,
    budget: form,
    calls: 1,
  },
  {
    name: '服务记录',
    who: 'zhouhai',
    path: `/field/report/index?${visitOf('onsite')}`,
    budget: form,
    calls: 1,
  },
  {
    name: '回执与离场',
    who: 'luyifan',
    path: `/field/leave/index?${visitOf('wait_sign')}`,
    budget: short,
    calls: 1,
  },
  {
    name: '现场作业',
    who: 'zhouhai',
    path: `/field/onsite/index?${visitOf('onsite')}`,
    budget: ticket,
    calls: 1,
  },
  {
    name: '增项申请',
    who: 'zhouhai',
    path: `/field/extra/index?${visitOf('onsite')}`,
    budget: form,
    calls: 1,
  },
  {
    name: '用户原因延期',
    who: 'zhouhai',
    path: `/field/delay/index?${visitOf('onsite')}&why=site`,
    budget: form,
    calls: 1,
  },
  {
    name: '求助内勤',
    who: 'zhouhai',
    path: `/field/help/index?${of('onsite')}`,
    budget: form,
    calls: 1,
  },
  {
    name: '请技术部鉴定',
    who: 'zhouhai',
    path: `/field/appraisal/index?${of('onsite')}`,
    budget: form,
    calls: 1,
  },
  {
    name: '用户临时请求',
    who: 'zhouhai',
    path: `/field/met/index`,
    budget: short,
    calls: 0,
  },
  {
    name: '纸质回执',
    who: 'luyifan',
    path: `/field/paper/index?${visitOf('wait_sign')}`,
    budget: form,
    calls: 1,
  },
  {
    name: '用户暂不签署',
    who: 'luyifan',
    path: `/field/unsigned/index?${visitOf('wait_sign')}`,
    budget: form,
    calls: 1,
  },
  {
    name: '延期确认记录',
    who: 'shenxiaowen',
    path: `/office/delay-proof/index?${visitOf('onsite')}`,
    budget: form,
    calls: 1,
  },
  {
    name: '验证回执',
    who: 'liguoqiang',
    path: `/customer/receipt-check/index?${of('closed')}`,
    budget: short,
    calls: 1,
  },
  { name: '服务规范', who: 'liguoqiang', path: '/about/rules/index?a=18.1', budget: list, calls: 0 },
  { name: '隐私与协议', who: 'liguoqiang', path: '/about/privacy/index', budget: list, calls: 0 },
]

/** What opens over a page: the button that opens it, and what it then says. */
export const sheets = [
  {
    name: '条文',
    who: 'liguoqiang',
    path: `/customer/ticket/index?${of('verified')}`,
    opens: /查看条文/,
    shows: '查看全文',
  },
  {
    name: '不予受理',
    who: 'shenxiaowen',
    path: `/office/verify/index?${of('submitted')}`,
    opens: '不予受理',
    shows: '不予受理的原因',
  },
  {
    name: '派工',
    who: 'fanglixin',
    path: `/office/board/index?${of('verified')}`,
    opens: '派给周海',
    shows: '确认派工',
  },
  {
    name: '更多',
    who: 'zhouhai',
    path: `/field/job/index?${of('onsite')}`,
    opens: '更多',
    shows: '上报用户原因延期',
  },
  {
    name: '出发',
    who: 'mazhiqiang',
    path: `/field/job/index?${of('preparing')}`,
    opens: '出发',
    shows: '大约多久到?',
  },
  {
    name: '故障归类',
    who: 'zhouhai',
    path: `/field/report/index?${visitOf('onsite')}`,
    opens: '选到第三级故障',
    shows: '主轴',
  },
] as const

const own: Record<string, string> = {
  c1: 'liguoqiang',
  c2: 'chenmeiling',
  c3: 'huangzhipeng',
  c4: 'luojianhua',
  c5: 'wangshouye',
  c6: 'gaoxue',
}

/** The page of each demo ticket, as its customer and as the maker's manager see it. */
export const ticketPages: readonly (PageRow & { state: string })[] = records.flatMap((one) => {
  const state = stateOf(one)
  const row = { state, budget: ticket, calls: 1 }
  return [
    {
      ...row,
      name: `工单进度,${state}`,
      who: own[one.companyId]!,
      path: `/customer/ticket/index?id=${one._id}`,
    },
    { ...row, name: `任务单,${state}`, who: 'fanglixin', path: `/field/job/index?id=${one._id}` },
  ]
})
