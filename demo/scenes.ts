// The script to play: who does what next, and the page where it is done.
const workbench = '/pages/workbench/index'
const list = '/pages/tickets/index'

export const scenes = [
  { title: '加入企业', who: 'sunxiaobing', hint: '邀请码 CY7K-3P9X', path: '/pages/join/index' },
  {
    title: '扫码报修',
    who: 'sunxiaobing',
    hint: '选 V850,拍两张照片,报警停机',
    path: '/customer/submit/index?serial=QHV850-2403-016',
  },
  { title: '核实', who: 'shenxiaowen', hint: '按期核实;三包期外收费,写明预计费用', path: workbench },
  { title: '现场条件与费用', who: 'liguoqiang', hint: '「请您处理」里确认现场条件和费用', path: list },
  { title: '派工', who: 'fanglixin', hint: '派给周海;要车间的人就请韩冬', path: workbench },
  { title: '出差申请', who: 'zhouhai', hint: '任务、完成时间、路线三项齐全', path: workbench },
  { title: '出差审批', who: 'fanglixin', hint: '看费用、重叠和同城工单,同意', path: workbench },
  { title: '准备与出发', who: 'zhouhai', hint: '四组备齐才能出发(第十八条第4项)', path: workbench },
  { title: '到达', who: 'zhouhai', hint: '工装、见面、现场条件', path: workbench },
  { title: '增项', who: 'zhouhai', hint: '先负责人,再客户确认价格(第十九条第1项)', path: workbench },
  { title: '用户原因延期', who: 'zhouhai', hint: '报告负责人,请客户确认(第十九条第2项)', path: workbench },
  { title: '服务记录', who: 'zhouhai', hint: '现场清单、修前修后照、第三级故障', path: workbench },
  { title: '回执与离场码', who: 'sunxiaobing', hint: '签名后把离场码告诉周海', path: list },
  { title: '评价', who: 'sunxiaobing', hint: '评价卡片在「服务通知」里', path: '/customer/inbox/index' },
  {
    title: '投诉',
    who: 'liguoqiang',
    hint: '同一台设备同一问题再次投诉,上报总经理(第十二条)',
    path: '/customer/complain/index',
  },
  { title: '处理投诉', who: 'fanglixin', hint: '致电、评估、调查,再解释并给出方案', path: workbench },
  {
    title: '故障统计',
    who: 'qinlan',
    hint: '哪几类故障占多数;点一类看它的工单,发起 8D(第十、十一条)',
    path: '/quality/pareto/index',
  },
  { title: '8D', who: 'qinlan', hint: '统计证明没再发生,D8 才能关闭', path: '/quality/d8-list/index' },
  {
    title: '条款月报',
    who: 'zhengguodong',
    hint: '哪些条款没按时、由谁放行',
    path: '/quality/articles/index',
  },
] as const
