import { countOf } from '../../scripts/figures/count'
import { weighed } from '../../scripts/figures/show'

test('given a file, when it is counted, then its lines, functions and steps around the types are known', () => {
  const text = [
    'export const table = { a: 1 } as const',
    'export function one(given: any): number {',
    '  return (given as unknown as { n?: number }).n!',
    '}',
    'export const two = (word: string) => word as string',
    '',
  ].join('\n')

  expect(countOf('a.ts', text)).toEqual({
    files: [5],
    functions: [3, 1],
    any: 1,
    as: 3,
    nonNull: 1,
    asUnknownAs: 1,
  })
})

test('given the bundles of two revisions, when they are shown, then one that changed has both weights', () => {
  expect(weighed({ api: 1511, clock: 1302 })).toBe('functions: api 1511 KB, clock 1302 KB')
  expect(weighed({ api: 1511, clock: 1302, added: 9 }, { api: 1649, clock: 1302 })).toBe(
    'functions: api 1649 → 1511 KB, clock 1302 KB, added 9 KB',
  )
})
