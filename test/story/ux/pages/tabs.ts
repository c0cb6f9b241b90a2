// Pages of the tabs and joining: a line each.
import { form, list, type PageRow } from '../rows'

export const tabs: readonly PageRow[] = [
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
]
