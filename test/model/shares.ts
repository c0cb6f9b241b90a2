// How much of the long suites a run plays: `npm test` a share of each, `npm run hold` the whole, `npm run mutate` a
// glance for each mutant. The seed is the same each time, so that a red run is about the change and not about chance;
// SEED tries another.

interface Suite {
  file: string
  /** Runs of npm run mutate, of npm test and of npm run hold. */
  glance: number
  share: number
  whole: number
  seed: number
}

export const suites = {
  /** Random stories through the door of the local cloud. */
  door: { file: 'test/hold/model.test.ts', glance: 30, share: 150, whole: 1000, seed: 928853930 },
  /** Random stories on the domain alone. */
  domain: { file: 'test/domain/model.test.ts', glance: 300, share: 600, whole: 3000, seed: 2026 },
  /** Knocks at the door by anybody with anything. */
  fuzz: { file: 'test/hold/fuzz.test.ts', glance: 150, share: 300, whole: 3000, seed: 2026 },
  /** Random histories that statistics are asked about. */
  histories: { file: 'test/service/statistics.test.ts', glance: 20, share: 40, whole: 120, seed: 1126 },
  /** Screens in Chromium: so many of each table of pages. */
  screens: { file: 'test/story/ux.test.ts', glance: 1, share: 24, whole: 10_000, seed: 2026 },
} as const satisfies Record<string, Suite>

export type SuiteName = keyof typeof suites

interface Played {
  numRuns: number
  seed: number
  path?: string
  endOnFailure?: boolean
}

/**
 * What of a suite is played now; HOLD asks for another length than a share, RUNS for so many, SEED and PATH_OF_RUN
 * for a run again. At a glance the first failure is enough: nothing is made shorter.
 */
export function plays(name: SuiteName): Played {
  const { HOLD = 'share', RUNS, SEED, PATH_OF_RUN } = process.env
  const { seed, ...lengths } = suites[name]
  return {
    numRuns: Number(RUNS ?? lengths[HOLD as 'glance' | 'share' | 'whole']),
    seed: Number(SEED ?? seed),
    ...(PATH_OF_RUN ? { path: PATH_OF_RUN } : {}),
    ...(HOLD === 'glance' ? { endOnFailure: true } : {}),
  }
}

/** Of a table's rows as many as the suite plays, spread over the whole table; which, the seed says. */
export function someOf<T>(name: SuiteName, rows: readonly T[]): readonly T[] {
  const { numRuns, seed } = plays(name)
  if (rows.length <= numRuns) return rows
  const step = rows.length / numRuns
  return Array.from({ length: numRuns }, (_, i) => rows[(seed + Math.floor(i * step)) % rows.length]!)
}
