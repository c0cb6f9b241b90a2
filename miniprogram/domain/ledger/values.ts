// A ledger's cells as days, numbers and fault classes; null where a cell cannot be understood.
import { plainForm } from '../form/text'
import { faultLeaves, faultName, faultTree } from '../company/fault-tree'
import { addDays, isDay } from '../calendar/days'

/** The day that Excel counts as 0 (its 60 is a 1900-02-29 that never was). */
const EXCEL_ZERO = '1899-12-30'
const two = (text: string): string => text.padStart(2, '0')

/** 2004-07-01 of 2004/7/1, 2004年7月1日, 20040701, 2004.7.1 8:30 or Excel's number of a day. */
export function dayIn(text: string): string | null {
  const parts =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s].*)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (parts) return realDay(`${parts[1]}-${two(parts[2]!)}-${two(parts[3]!)}`)
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? Math.floor(Number(text)) : null
  return serial === null ? null : addDays(EXCEL_ZERO, serial)
}

/** A day that a calendar has. */
const realDay = (day: string): string | null => (isDay(day) ? day : null)

/** Words for nothing to pay or to count. */
const NOTHING = /^(免费|免|保内|质保内|三包|三包内|无|没有|[-—–/]+)$/

/** 1860.5 of ¥1,860.50, １８６０.５ 元 or 2.5 小时; '' and 免费 are 0. */
export function numberIn(text: string): number | null {
  if (NOTHING.test(plainForm(text))) return 0
  const bare = plainForm(text)
    .replace(/[¥¥,,\s]/g, '')
    .replace(/(元|小时|h|hours?)$/i, '')
  if (bare === '') return 0
  return /^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : null
}

const same = (text: string): string => text.toUpperCase().replace(/[\s›>/、_-]+/g, '')

/** A class of any level: SP, SP-3 or SP-3-1. An old ledger often knows no more than the first. */
export const isFaultClass = (code: string): boolean => faultName(code) !== code

/** Names that mean one class only, and the way to it. */
const classesByName = new Map<string, string>()
function named(name: string, code: string): void {
  const known = classesByName.get(same(name))
  classesByName.set(same(name), known === undefined || known === code ? code : '')
}
for (const [l1, { name, groups }] of Object.entries(faultTree)) {
  named(name, l1)
  groups.forEach(([group], g) => {
    named(group, `${l1}-${g + 1}`)
    named(`${name}${group}`, `${l1}-${g + 1}`)
  })
}
for (const { code, path } of faultLeaves) {
  named(path[2], code)
  named(path.join(''), code)
}

/** The class that a ledger's word means: its code, the ledger's own alias, or its name; '' when none or not one only. */
export function faultIn(text: string, aliases: Readonly<Record<string, string>>): string {
  if (text === '') return ''
  const code = text.toUpperCase()
  if (isFaultClass(code)) return code
  const alias = Object.keys(aliases).find((word) => same(word) === same(text))
  const meant = alias === undefined ? '' : aliases[alias]!
  return isFaultClass(meant) ? meant : (classesByName.get(same(text)) ?? '')
}

/** The classes of the first two levels in the order of the tree: what an old ledger's word can be taken for. */
export const coarseClasses: readonly { code: string; name: string }[] = Object.entries(faultTree).flatMap(
  ([code, { name, groups }]) => [
    { code, name },
    ...groups.map(([group], i) => ({ code: `${code}-${i + 1}`, name: `${name} › ${group}` })),
  ],
)
