// What a line of an old ledger (台账) may say, and which headings people give it.

export const ledgerFields = {
  day: '日期',
  company: '企业',
  serial: '设备序列号',
  model: '型号',
  no: '单号',
  title: '现象',
  words: '处理内容',
  fault: '故障类别',
  downtime: '停机小时',
  hours: '维修工时',
  cost: '费用',
  by: '工程师',
} as const
export type LedgerField = keyof typeof ledgerFields

/** Which column says what. The same as a small file (docs/how-to.md) and on the screen. */
export interface LedgerMapping {
  /** Field → heading of its column. */
  columns: Partial<Record<LedgerField, string>>
  /** Field → what is the same for every line. */
  fixed: Partial<Record<LedgerField, string>>
  /** The ledger's own word for a fault → code of the fault tree. */
  faults: Record<string, string>
  /** Lines of companies or machines that are not registered are kept, not refused. */
  keepUnknown: boolean
  /** The sheet that is read, '' for the first that looks like a table. */
  sheet: string
  /** The ledger's own name of a company → the registered one that somebody has confirmed. */
  companies: Record<string, string>
  /** A line that names no company is its machine's owner's of today. */
  byOwner: boolean
  /** A line may name a machine that is another company's today: it has changed hands. */
  othersMachines: boolean
}

/** Nothing is said yet; also what a mapping of an older version lacks. */
export const noMapping: LedgerMapping = {
  ...{ columns: {}, fixed: {}, faults: {}, keepUnknown: false },
  ...{ sheet: '', companies: {}, byOwner: false, othersMachines: false },
}

const headings: Readonly<Record<LedgerField, string>> = {
  day: '日期 服务日期 报修日期 维修日期 完成日期 时间 报修时间 date startdate',
  company: '企业 客户 客户名称 用户 用户单位 使用单位 单位 公司 customer company',
  serial: '设备序列号 序列号 机床编号 设备编号 出厂编号 机号 编号 serial asset sn',
  model: '型号 设备型号 机型 设备 model',
  no: '单号 工单号 服务单号 派工单号 报修单号 id no number',
  title: '现象 故障现象 报修内容 故障描述 问题 问题描述 主题 title subject shorttext description',
  words: '处理内容 处理措施 处理结果 维修内容 服务内容 解决办法 措施 备注 action remark',
  fault: '故障类别 故障代码 故障分类 故障部位 类别 部位 fault system majorsystem',
  downtime: '停机小时 停机时间 停机时长 downtime',
  hours: '维修工时 工时 维修时间 服务工时 hours',
  cost: '费用 金额 维修费用 总费用 费用合计 cost amount',
  by: '工程师 维修人员 服务人员 经办人 处理人 engineer technician',
}

const plain = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[\s_((].*$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** A first guess from the headings: the whole word, then the word within; each column once. */
export function guessMapping(columns: readonly string[]): LedgerMapping {
  const found: LedgerMapping['columns'] = {}
  const taken = new Set<string>()
  const fits = [
    (heading: string, word: string) => heading === word,
    (heading: string, word: string) => word.length > 2 && heading.endsWith(word),
  ]
  for (const fit of fits)
    for (const field of Object.keys(headings) as LedgerField[]) {
      if (found[field] !== undefined) continue
      const words = headings[field].split(' ')
      const column = words.flatMap((word) =>
        columns.filter((one) => !taken.has(one) && fit(plain(one), word)),
      )[0]
      if (column === undefined) continue
      found[field] = column
      taken.add(column)
    }
  return { ...noMapping, columns: found }
}
