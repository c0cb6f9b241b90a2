// The script to play: who does what next, and the page where it is done.
export const scenes = [
  { title: '加入企业', who: 'sunxiaobing', hint: '邀请码 CY7K-3P9X', path: '/pages/join/index' },
  {
    title: '扫码报修',
    who: 'sunxiaobing',
    hint: '选 V850,拍两张照片,报警停机',
    path: '/customer/submit/index?serial=QHV850-2403-016',
  },
  {
    title: '同事也看得到',
    who: 'liguoqiang',
    hint: '工单列表里有孙小兵的报修',
    path: '/pages/tickets/index',
  },
  {
    title: '核实',
    who: 'shenxiaowen',
    hint: '1 个工作日内核实,三包期外收费',
    path: '/pages/workbench/index',
  },
  { title: '派工', who: 'fanglixin', hint: '派给周海,任务和时间写清楚', path: '/pages/workbench/index' },
  { title: '出发', who: 'zhouhai', hint: '选预计到达时间,客户马上看到', path: '/pages/workbench/index' },
  {
    title: '到达与服务记录',
    who: 'zhouhai',
    hint: '工装、见面、故障选到第三级',
    path: '/pages/workbench/index',
  },
  { title: '签署回执', who: 'sunxiaobing', hint: '签名后得到离场码', path: '/pages/tickets/index' },
  {
    title: '核对离场码',
    who: 'zhouhai',
    hint: '没有回执不能离开(第十九条第2项)',
    path: '/pages/workbench/index',
  },
  { title: '评价', who: 'sunxiaobing', hint: '评价卡片在「服务通知」里', path: '/customer/inbox/index' },
] as const
