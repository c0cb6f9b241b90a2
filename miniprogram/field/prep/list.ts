// The preparation list as it is ticked on the phone: what is done, what is missing and why.
import { prepGroups, type PrepGroup, type PrepItem } from '../../domain/company/checklists'

/** What was ticked and not yet sent; the key is of one sending. */
export interface Ticked {
  key: string
  done: string[]
  missing: { id: string; why: string }[]
}

/** The server's list with what this phone has ticked since. */
export const merged = (items: readonly PrepItem[], ticked: Ticked | null): PrepItem[] =>
  ticked
    ? items.map((item) => ({
        ...item,
        done: ticked.done.includes(item.id),
        missing: ticked.missing.find((one) => one.id === item.id)?.why ?? '',
      }))
    : [...items]

/** What the door takes. */
export const tickedOf = (items: readonly PrepItem[]): Omit<Ticked, 'key'> => ({
  done: items.filter((item) => item.done).map((item) => item.id),
  missing: items.filter((item) => item.missing).map(({ id, missing }) => ({ id, why: missing })),
})

/** The four groups of 第十八条第4项 that have items, with how far each is. */
export function groupsOf(items: readonly PrepItem[]) {
  return (Object.keys(prepGroups) as PrepGroup[]).flatMap((key) => {
    const rows = items.filter((item) => item.group === key)
    const done = rows.filter((row) => row.done).length
    return rows.length > 0 ? [{ key, label: prepGroups[key], rows, done, all: rows.length }] : []
  })
}
