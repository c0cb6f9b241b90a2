// Pages of the statistics' subpackage: a line each.
import { list, pareto, type PageRow } from '../rows'

export const quality: readonly PageRow[] = [
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
