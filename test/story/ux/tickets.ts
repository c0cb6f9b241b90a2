// What opens over a page, and the page of each demo ticket as both sides see it.
import { of, records, stateOf, ticket, visitOf, type PageRow } from './rows'

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
export const ticketPages: readonly (PageRow & { state: string })[] = records.flatMap((one, i) => {
  const state = stateOf(one)
  const row = { state, budget: ticket, calls: 1 }
  return [
    {
      ...row,
      name: `工单进度,${state}`,
      who: own[one.companyId]!,
      path: `/customer/ticket/index?id=${one._id}`,
    },
    // two of the office take turns: a person's calls of a minute are counted
    {
      ...row,
      name: `任务单,${state}`,
      who: i % 2 ? 'fanglixin' : 'shenxiaowen',
      path: `/${one.complaint ? 'office/case' : 'field/job'}/index?id=${one._id}`,
    },
  ]
})
