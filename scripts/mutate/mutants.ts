// The mutants: single meaningful changes that StrykerJS makes of the sources, all of them at once behind switches.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { root } from '../build/files'

/** Where a mistake would matter to people. */
const rooms = ['miniprogram/domain', 'cloudfunctions/service', 'miniprogram/services']

export interface Mutant {
  id: string
  file: string
  /** From 1. */
  line: number
  column: number
  /** What kind of change, in Stryker's words. */
  kind: string
  was: string
  becomes: string
}

/** Sources with all mutants in them, asleep; by path. */
export interface Mutated {
  files: Map<string, string>
  mutants: Mutant[]
}

function sourcesOf(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) =>
      relative(root, join(root, folder, name))
        .split(sep)
        .join('/'),
    )
    .sort()
}

const quiet = () => {}
const logger = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  ...{ trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet, fatal: quiet },
}

/** Every mutant of the product's rooms; the same sources give the same ids. */
export async function mutate(): Promise<Mutated> {
  const { Instrumenter } = await import('@stryker-mutator/instrumenter')
  const given = rooms.flatMap(sourcesOf).map((name) => ({
    name,
    content: readFileSync(join(root, name), 'utf8'),
    mutate: true,
  }))
  const options = { ignorers: [], excludedMutations: [], plugins: null }
  const { files, mutants } = await new Instrumenter(logger).instrument(given, options)
  const lines = new Map(given.map(({ name, content }) => [name, content.split('\n')]))
  return {
    files: new Map(files.map(({ name, content }) => [name, content])),
    mutants: mutants.map(({ id, fileName, mutatorName, replacement, location: { start, end } }) => ({
      id,
      file: fileName,
      line: start.line + 1,
      column: start.column + 1,
      kind: mutatorName,
      was: textOf(lines.get(fileName)!, start, end),
      becomes: replacement,
    })),
  }
}

interface Place {
  line: number
  column: number
}

function textOf(lines: readonly string[], start: Place, end: Place): string {
  const found = lines.slice(start.line, end.line + 1)
  found.push(found.pop()!.slice(0, end.column))
  found[0] = found[0]!.slice(start.column)
  return found.join('\n')
}

/** So many of them by a seed: the same seed picks the same of the same sources. */
export function sample(mutants: readonly Mutant[], count: number, seed: number): Mutant[] {
  const left = [...mutants]
  const picked: Mutant[] = []
  let state = seed >>> 0
  while (picked.length < count && left.length > 0) {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0
    let n = Math.imul(state ^ (state >>> 15), state | 1)
    n ^= n + Math.imul(n ^ (n >>> 7), n | 61)
    picked.push(...left.splice(((n ^ (n >>> 14)) >>> 0) % left.length, 1))
  }
  return picked
}
