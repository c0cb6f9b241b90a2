// The six categories of state that colours, deadlines, lists and reports use, so that state names may change freely.

/** Icon (TDesign), the words that each side reads, and the list of a customer that it belongs to. */
export const categories = {
  us: { icon: 'hourglass', customer: '我们处理中', staff: '待办' },
  customer: { icon: 'user-talk', customer: '请您处理', staff: '等客户' },
  site: { icon: 'map-location', customer: '现场服务', staff: '现场' },
  done: { icon: 'check-circle-filled', customer: '已完成', staff: '完成待收尾' },
  closed: { icon: 'lock-on', customer: '已关闭', staff: '已关闭' },
} as const
export type Category = keyof typeof categories

/** A customer's three lists. */
export const tabs = { yours: '请您处理', open: '进行中', finished: '已完成' } as const
export type Tab = keyof typeof tabs
