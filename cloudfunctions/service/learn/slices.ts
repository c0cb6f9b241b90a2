// A few at a time: one question does not take thousands of ids, and a database does not want as many requests at once.

/** The list in pieces. */
export function slices<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))
}

/** Does the same to each, twenty at once. */
export async function each<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  for (const some of slices(all, 20)) await Promise.all(some.map(work))
}
