// Pages of the quality subpackage: a line each.
import { d8Records } from '../../../../demo/eightds'
import { form, list, of, pareto, records, ticket, type PageRow } from '../rows'

const d8s = d8Records(records)
const running = d8s.find((one) => one.tab === 'open')!._id
const finished = d8s.find((one) => one.tab === 'closed')!._id

export const quality: readonly PageRow[] = [
  { name: '8D 列表', who: 'qinlan', path: '/quality/d8-list/index', budget: list, calls: 1 },
  { name: '8D', who: 'qinlan', path: `/quality/d8/index?id=${running}`, budget: ticket, calls: 1 },
  {
    name: '8D,关闭的条件',
    who: 'qinlan',
    path: `/quality/d8/index?id=${running}&step=D8`,
    budget: ticket,
    calls: 1,
  },
  {
    name: '8D,手册待更新',
    who: 'dumingyuan',
    path: `/quality/d8/index?id=${running}&step=D7`,
    budget: ticket,
    calls: 1,
  },
  {
    name: '8D,已关闭',
    who: 'zhengguodong',
    path: `/quality/d8/index?id=${finished}`,
    budget: ticket,
    calls: 1,
  },
  {
    name: '发起 8D',
    who: 'fanglixin',
    path: `/quality/d8-new/index?ticket=${of('verified').slice(3)}`,
    budget: form,
    calls: 1,
  },
  { name: '故障统计', who: 'qinlan', path: '/quality/pareto/index', budget: pareto, calls: 1 },
  {
    name: '一类故障的工单',
    who: 'qinlan',
    path: '/quality/cases/index?code=SP&level=1&base=count&from=2026-01-01&to=2026-11-23',
    budget: list,
    calls: 1,
  },
  { name: '月度指标', who: 'fanglixin', path: '/quality/measures/index', budget: list, calls: 1 },
  { name: '条款月报', who: 'zhengguodong', path: '/quality/articles/index', budget: list, calls: 1 },
]
