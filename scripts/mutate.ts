// npm run mutate [path[:line] …]: does a sentence notice when the product is changed? Single meaningful changes, a
// sample of all or those of a place, are made one by one, and the sentences that come by are run until one fails.
// SEED picks the same sample again, MUTANTS says how many, JOBS how many at once, BUDGET how many seconds of sentences
// a mutant may meet (0: all that come by), ROOMS which rooms or files are asked, FLOOR which share in percent must be noticed.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './build/files'
import { mutate, sample, type Mutant } from './mutate/mutants'
import { askedFor, reachOf, type Reaches } from './mutate/reach'
import { Sandbox } from './mutate/sandbox'

const { SEED = '2026', MUTANTS = '200', JOBS = '2', BUDGET = '45', FLOOR = '80' } = process.env

interface Result {
  mutant: Mutant
  end: 'killed' | 'time-out' | 'survived' | 'no coverage'
  /** The sentence that noticed; how many files were asked of how many. */
  by: string
  ms: number
}

/** Files within the budget, and what they cost without a mutant. */
function within(files: readonly string[], reaches: Reaches): { files: string[]; ms: number } {
  const most = Number(BUDGET) * 1000 || Infinity
  let ms = 0
  const asked = files.filter((file, i) => {
    const more = reaches.get(file)!.ms
    if (i > 0 && ms + more > most) return false
    ms += more
    return true
  })
  return { files: asked, ms }
}

async function meet(sandbox: Sandbox, mutant: Mutant, reaches: Reaches): Promise<Result> {
  const begun = Date.now()
  const all = askedFor(mutant.id, reaches)
  if (all.length === 0) return { mutant, end: 'no coverage', by: '', ms: 0 }
  const { files, ms } = within(all, reaches)
  const { code, late } = await sandbox.sentences(files, mutant.id, ms)
  const result = (end: Result['end'], by: string) => ({ mutant, end, by, ms: Date.now() - begun })
  const killed = sandbox.at('killed.json')
  if (existsSync(killed)) {
    const { file, words } = JSON.parse(readFileSync(killed, 'utf8')) as { file: string; words: string }
    return result('killed', `${relative(sandbox.folder, file)}: ${words}`)
  }
  if (late) return result('time-out', '')
  if (code !== 0) return result('killed', 'a file of sentences does not load')
  return result('survived', `${files.length} of ${all.length} files`)
}

const short = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 100)
const signs = { killed: '✓', 'time-out': '✓', survived: '✗', 'no coverage': '✗' }

function say({ mutant, end, by, ms }: Result): void {
  const { file, line, column, kind, was, becomes } = mutant
  console.log(`${signs[end]} ${end} ${file}:${line}:${column} ${kind} (${(ms / 1000).toFixed(1)} s) ${by}`)
  if (signs[end] === '✗') console.log(`    ${short(was)}\n  → ${short(becomes)}`)
}

function chosen(mutants: readonly Mutant[], places: readonly string[]): Mutant[] {
  if (places.length === 0) return sample(mutants, Number(MUTANTS), Number(SEED))
  return mutants.filter(({ file, line }) =>
    places.some((place) => place === `${file}:${line}` || place === file),
  )
}

async function main(): Promise<void> {
  const mutated = await mutate()
  const mutants = chosen(mutated.mutants, process.argv.slice(2))
  console.log(`${mutants.length} of ${mutated.mutants.length} mutants, SEED=${SEED}`)
  const sandboxes = await Promise.all([...Array(Number(JOBS)).keys()].map((n) => Sandbox.open(n, mutated)))
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      for (const one of sandboxes) one.close()
      process.exit(1)
    })
  try {
    const reaches = await reachOf(sandboxes, mutated)
    const left = [...mutants]
    const results: Result[] = []
    const begun = Date.now()
    const take = async (sandbox: Sandbox) => {
      for (let next = left.shift(); next; next = left.shift()) {
        const result = await meet(sandbox, next, reaches)
        results.push(result)
        say(result)
      }
    }
    await Promise.all(sandboxes.map(take))
    tell(results, Date.now() - begun)
  } finally {
    for (const one of sandboxes) one.close()
  }
}

function tell(results: readonly Result[], ms: number): void {
  const order = (one: Result) => `${one.mutant.file} ${String(one.mutant.line).padStart(5)}`
  const missed = results
    .filter(({ end }) => signs[end] === '✗')
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
  console.log(`\n${missed.length} were not noticed:`)
  missed.forEach(say)
  writeFileSync(join(root, 'dist', 'mutate.json'), JSON.stringify(results, null, 1))
  const count = (end: Result['end']) => `${results.filter((one) => one.end === end).length} ${end}`
  const percent = ((results.length - missed.length) / results.length) * 100
  console.log(`\n${(['killed', 'time-out', 'survived', 'no coverage'] as const).map(count).join(', ')}`)
  console.log(`${(ms / results.length / 1000).toFixed(1)} s a mutant, ${JOBS} at once`)
  console.log(`${percent.toFixed(1)} % of ${results.length} noticed, the floor is ${FLOOR} %, SEED=${SEED}`)
  process.exitCode = percent >= Number(FLOOR) ? 0 : 1
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
