// Figures as a table of text, one revision, or two beside each other.
import type { Figures } from './rooms'

/** The value below which such a share of a sorted list lies; 0 of nothing. */
function share(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

const columns: Readonly<Record<string, (of: Figures) => number>> = {
  files: (of) => of.files.length,
  'lines median': (of) => share(of.files, 0.5),
  '9 in 10': (of) => share(of.files, 0.9),
  largest: (of) => Math.max(0, ...of.files),
  functions: (of) => of.functions.length,
  'fn median': (of) => share(of.functions, 0.5),
  'fn 9 in 10': (of) => share(of.functions, 0.9),
  circles: (of) => of.circles,
  any: (of) => of.any,
  as: (of) => of.as,
  '!': (of) => of.nonNull,
  'as unknown as': (of) => of.asUnknownAs,
}

/** A line a room; with a base 「before → now」 where the two differ. */
export function shown(now: Record<string, Figures>, base?: Record<string, Figures>): string {
  const rows = Object.entries(now).map(([room, figures]) => [
    room,
    ...Object.values(columns).map((of) => cell(of(figures), base?.[room] && of(base[room]))),
  ])
  const all = [['', ...Object.keys(columns)], ...rows]
  const widths = all[0]!.map((_, i) => Math.max(...all.map((row) => row[i]!.length)))
  return all
    .map((row) =>
      row.map((text, i) => (i === 0 ? text.padEnd(widths[i]!) : text.padStart(widths[i]!))).join('  '),
    )
    .join('\n')
}

const cell = (now: number, before: number | undefined): string =>
  before === undefined || before === now ? String(now) : `${before} → ${now}`

/** The line of the bundles: 「api 1649 KB, clock 1360 KB」, with a base 「before → now」 where the two differ. */
export const weighed = (now: Record<string, number>, base?: Record<string, number>): string =>
  `functions: ${Object.entries(now)
    .map(([name, size]) => `${name} ${cell(size, base?.[name])} KB`)
    .join(', ')}`
