// Pages of rules and privacy: a line each.
import { list, type PageRow } from '../rows'

export const about: readonly PageRow[] = [
  { name: '服务规范', who: 'liguoqiang', path: '/about/rules/index?a=18.1', budget: list, calls: 0 },
  { name: '隐私与协议', who: 'liguoqiang', path: '/about/privacy/index', budget: list, calls: 0 },
]
