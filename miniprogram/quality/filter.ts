// What of the faults is looked at: its words, and its way from page to page.
import { decoded } from '../domain/form/serial'
import { faultName } from '../domain/company/fault-tree'
import { yuan } from '../domain/calendar/format'
import { periodOf, type PeriodKey } from '../domain/calendar/periods'
import type { FaultFilter } from '../../typings/quality-views'

export const levels = [
  { value: 1, label: '一级' },
  { value: 2, label: '二级' },
  { value: 3, label: '三级' },
] as const
export const bases = [
  { value: 'count', label: '次数' },
  { value: 'downtime', label: '停机小时' },
  { value: 'cost', label: '费用' },
] as const

/** All faults of a period on the first level, by how often they came. */
export const wholeOf = (period: PeriodKey, now: number): FaultFilter => ({
  ...periodOf(period, now),
  model: '',
  batch: '',
  level: 1,
  within: '',
  base: 'count',
  perHundred: false,
})

/** 13 次, 86.5 小时, ¥12,400; per hundred machines: 3.2 次/百台. */
export function valueWords(
  value: number,
  { base, perHundred }: Pick<FaultFilter, 'base' | 'perHundred'>,
): string {
  const rounded = Math.round(value * 10) / 10
  const words =
    base === 'cost' ? yuan(Math.round(value)) : `${rounded} ${base === 'downtime' ? '小时' : '次'}`
  return perHundred ? `${words}/百台` : words
}

/** 0.614 → 61% */
export const percent = (share: number): string => `${Math.round(share * 100)}%`

/** The classes above and with a code, from the top: SP-3 → 主轴, 拉刀松刀. */
export const wayTo = (code: string): { code: string; name: string }[] =>
  code === ''
    ? []
    : code.split('-').map((_, i, parts) => {
        const upTo = parts.slice(0, i + 1).join('-')
        return { code: upTo, name: faultName(upTo) }
      })

/** The filter one level down in a class; null on the last level and for what was put together. */
export const below = (filter: FaultFilter, code: string): FaultFilter | null =>
  filter.level === 3 || code === 'other'
    ? null
    : { ...filter, within: code, level: (filter.level + 1) as FaultFilter['level'] }

/** from=2026-11-01&…, for a page's address. */
export const queryOf = (filter: FaultFilter): string =>
  Object.entries(filter)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&')

const word = (text: string | undefined): string => decoded(text ?? '')

/** The filter of a page's address. */
export function filterOf(query: Partial<Record<string, string>>): FaultFilter {
  const level = Number(query.level)
  return {
    from: word(query.from),
    to: word(query.to),
    model: word(query.model),
    batch: word(query.batch),
    within: word(query.within),
    level: level === 2 || level === 3 ? level : 1,
    base: bases.find((one) => one.value === query.base)?.value ?? 'count',
    perHundred: query.perHundred === 'true',
  }
}
