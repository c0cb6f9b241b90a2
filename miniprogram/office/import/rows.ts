// What the page shows of a ledger: a row a field with its column and an example, and what became of its lines.
import type { Outputs } from '../../../typings/contract'
import { ledgerFields, type LedgerField, type LedgerMapping } from '../../domain/ledger/fields'
import { coarseClasses } from '../../domain/ledger/values'

type Opened = Outputs['import.open']
type Checked = Outputs['import.check']

export const none = '不导入'

export interface FieldRow {
  field: LedgerField
  label: string
  /** Place in the picker; 0 is 不导入. */
  index: number
  chosen: string
  example: string
}

/** A row for each field of a record. */
export function fieldRows({ columns, sample }: Opened, mapping: LedgerMapping): FieldRow[] {
  return (Object.keys(ledgerFields) as LedgerField[]).map((field) => {
    const heading = mapping.columns[field]
    const at = heading === undefined ? -1 : columns.indexOf(heading)
    const example = sample.map((cells) => cells[at] ?? '').find(Boolean) ?? ''
    return { field, label: ledgerFields[field], index: at + 1, chosen: at < 0 ? none : heading!, example }
  })
}

/** What is still missing before the lines can be looked at, '' when nothing. */
export function missingIn({ columns, fixed }: LedgerMapping): string {
  if (!columns.day) return '请选「日期」是哪一列'
  if (!columns.company && !columns.serial && !fixed.company) return '请选「企业」或「设备序列号」是哪一列'
  return columns.title || columns.words ? '' : '请选「现象」或「处理内容」是哪一列'
}

export const classNames = ['不归类', ...coarseClasses.map((one) => one.name)]
export const classAt = (index: number): string => coarseClasses[index - 1]?.code ?? ''

/** The ledger's fault words with the class that they were given. */
export const wordRows = ({ faultWords }: Checked, { faults }: LedgerMapping) =>
  faultWords.map(({ words, count }) => {
    const index = coarseClasses.findIndex((one) => one.code === faults[words]) + 1
    return { words, count, index, name: classNames[index]! }
  })

/** What came of the look, in a line each. */
export function countsOf({ rows, taken, known, refusedRows, unclassified }: Checked) {
  return [
    { label: '文件里的记录', value: `${rows} 行` },
    { label: '可以导入', value: `${taken} 行` },
    { label: '其中以前导入过', value: `${known} 行,不会重复` },
    { label: '其中没有故障归类', value: `${unclassified} 行,照样收下` },
    { label: '收不下', value: `${refusedRows} 行` },
  ].filter((row, i) => i < 2 || !row.value.startsWith('0 行'))
}

/** The ledger's names of companies that are to be confirmed, each with those that it may mean. */
export const nameRows = ({ names }: Checked, { companies }: LedgerMapping) =>
  names.map(({ name, count, candidates }) => {
    const index = candidates.findIndex((one) => one.id === companies[name]) + 1
    const options = ['都不是', ...candidates.map((one) => [one.name, one.city].filter(Boolean).join(' · '))]
    return { name, count, options, index, chosen: index === 0 ? '请确认' : options[index]! }
  })

/** What of a file is not read, and what stands for several lines; '' when neither is so. */
export function leftOut({ sheet, sheets, merged }: Opened): string {
  const others = sheets.filter((one) => one.name !== sheet)
  return [
    others.length > 0 && `没有读的表：${others.map(({ name, rows }) => `${name}（${rows} 行）`).join('、')}`,
    merged > 0 && `有 ${merged} 处合并单元格：其中的企业、设备等按每一行都有算，金额和工时只算一次`,
  ]
    .filter(Boolean)
    .join('；')
}
