// Which sentences come by which mutants: each file of sentences is run once with all mutants asleep. What was found
// is kept, so that after a change of sentences only their files are run again.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { hashOf, root } from '../build/files'
import type { Mutated } from './mutants'
import type { Sandbox } from './sandbox'

const rooms = ['domain', 'pages', 'service', 'hold']
/** Beginnings of what is asked: a room, or files of it. */
const asked = (process.env.ROOMS ?? rooms.join()).split(',')
const kept = join(root, 'node_modules', '.cache', 'mutate', 'reach.json')

/** What a file of sentences costs the processor and comes by; null when it fails without any mutant. */
export interface Reach {
  hash: string
  ms: number
  mutants: string[] | null
}
export type Reaches = Map<string, Reach>

interface Kept {
  sources: string
  files: Record<string, Reach>
}

/** All files of sentences that are asked, by path. */
function sentenceFiles(): string[] {
  return rooms.flatMap((room) =>
    readdirSync(join(root, 'test', room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => `${room}/${name.replaceAll('\\', '/')}`)
      .filter((name) => asked.some((beginning) => name.startsWith(beginning)))
      .map((name) => `test/${name}`)
      .sort(),
  )
}

const hashOfFile = (file: string) => hashOf([readFileSync(join(root, file))])

/** Asks every file that has changed since it was asked last; the sandboxes share the work. */
export async function reachOf(sandboxes: readonly Sandbox[], mutated: Mutated): Promise<Reaches> {
  const sources = hashOf([readFileSync(join(__dirname, 'awake.cjs')), ...[...mutated.files].flat()])
  const old = readKept(sources)
  const found: Reaches = new Map()
  const fresh: string[] = []
  for (const file of sentenceFiles()) {
    const known = old[file]
    if (known?.hash === hashOfFile(file)) found.set(file, known)
    else fresh.push(file)
  }
  const take = async (sandbox: Sandbox) => {
    for (let file = fresh.shift(); file; file = fresh.shift()) {
      found.set(file, await ask(sandbox, file))
      keep(sources, { ...old, ...Object.fromEntries(found) })
    }
  }
  await Promise.all(sandboxes.map(take))
  return found
}

function keep(sources: string, files: Record<string, Reach>): void {
  mkdirSync(dirname(kept), { recursive: true })
  writeFileSync(kept, JSON.stringify({ sources, files } satisfies Kept))
}

function readKept(sources: string): Record<string, Reach> {
  if (!existsSync(kept)) return {}
  const { sources: of, files } = JSON.parse(readFileSync(kept, 'utf8')) as Kept
  return of === sources ? files : {}
}

async function ask(sandbox: Sandbox, file: string): Promise<Reach> {
  const { code } = await sandbox.sentences([file], null)
  const folder = sandbox.at('reached')
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  const [spent, lists] = [true, false].map((time) =>
    readdirSync(folder).filter((name) => name.endsWith('.ms') === time),
  )
  const ids = lists!.flatMap((name) => read(name).split('\n'))
  const mutants = code === 0 ? [...new Set(ids)].filter((id) => id !== '') : null
  const ms = spent!.reduce((sum, name) => sum + Number(read(name)), 0)
  console.log(
    `  ${file}: ${mutants ? `comes by ${mutants.length}` : 'fails by itself, is not asked'}, ${ms} ms`,
  )
  return { hash: hashOfFile(file), ms, mutants }
}

/** Files that come by a mutant: those first that are about little else and cost little. */
export function askedFor(id: string, reaches: Reaches): string[] {
  return [...reaches]
    .filter(([, { mutants }]) => mutants?.includes(id))
    .sort(([, a], [, b]) => a.ms * Math.sqrt(a.mutants!.length) - b.ms * Math.sqrt(b.mutants!.length))
    .map(([file]) => file)
}
