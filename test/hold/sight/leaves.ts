// An answer taken apart: each value that is not empty, with its path; and the hand-written lists as sets.
import type { Row } from './ticket-fields'

export interface Leaf {
  path: string
  value: unknown
  /** Its kind by the hand-written list of its action; undefined for a path that nobody named. */
  kind: (rows: readonly Row[]) => string | undefined
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || value === false || value === 0

/** Everything in an answer that says something. */
export function leavesOf(data: unknown, path = ''): Leaf[] {
  if (Array.isArray(data)) return data.flatMap((one) => leavesOf(one, `${path}[]`))
  if (typeof data === 'object' && data !== null)
    return Object.entries(data).flatMap(([key, value]) => leavesOf(value, path ? `${path}.${key}` : key))
  return isEmpty(data) ? [] : [{ path, value: data, kind: (rows) => kindOf(rows, path, data) }]
}

const known = new Map<readonly Row[], Map<string, string>>()

function pathsOf(rows: readonly Row[]): Map<string, string> {
  const found =
    known.get(rows) ??
    new Map(
      rows.flatMap(([kind, under, leaves]) =>
        leaves.split(' ').map((leaf): [string, string] => [[under, leaf].filter(Boolean).join('.'), kind]),
      ),
    )
  known.set(rows, found)
  return found
}

function kindOf(rows: readonly Row[], path: string, value: unknown): string | undefined {
  const named = pathsOf(rows)
  const kind =
    named.get(path) ??
    named.get(path.replace(/\.\w+$/, '.*')) ??
    named.get(path.replace(/\.\w+(\.\w+)$/, '.*$1'))
  return kind === 'phone' && String(value).includes('*') ? 'maskedPhone' : kind
}

/** Person → his kinds, from a table whose first line names the people. */
export function kindsOf(table: string): Readonly<Record<string, ReadonlySet<string>>> {
  const [heads, ...lines] = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  return Object.fromEntries(
    heads!
      .slice(1)
      .map((who, i) => [who, new Set(lines.filter((line) => line[i + 1] === 'y').map(([kind]) => kind!))]),
  )
}
