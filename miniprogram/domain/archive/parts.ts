// The parts of 客户服务档案 (第八条) by their names; each move's row says which it belongs to.

export const archiveKinds = {
  request: '需求',
  handling: '处理',
  visit: '上门',
  record: '服务记录',
  part: '备件',
  receipt: '回执',
  cost: '费用与延期',
  day: '日报与节点',
  survey: '评价',
  followup: '回访',
  inquiry: '咨询',
  complaint: '投诉',
  d8: '8D',
  ledger: '历史台账',
} as const
export type ArchiveKind = keyof typeof archiveKinds
