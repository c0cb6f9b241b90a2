// npm run bench: what each action costs with 10,000 tickets. Prints; asserts nothing.
import { rmSync } from 'node:fs'
import type { LocalOptions, Operation } from '../../local/options'
import { demoStart } from '../../demo/local'
import { World } from '../service/world'
import { crowd, years } from './crowd'
import { apiInWaves, apiOnly } from './api-only'
import { costOf, type Cost } from './operations'
import type { Measure } from './measure'
import { repair } from './paths'
import { joins, looking } from './round'
import { statistics } from './statistics'

const TICKETS = Number(process.env.TICKETS ?? 10_000)
const CASES = Number(process.env.CASES ?? 100_000)
const ROUNDS = Number(process.env.ROUNDS ?? 100)
const MINUTE = 60_000

interface Row {
  cost?: Cost
  calls: number[]
  alone: number[]
}
const rows = new Map<string, Row>()
const rowOf = (label: string): Row => {
  const row = rows.get(label) ?? { calls: [], alone: [] }
  rows.set(label, row)
  return row
}

async function inWorld(
  more: Partial<LocalOptions>,
  work: (world: World) => Promise<void>,
  functionsRoot = apiOnly(),
): Promise<void> {
  const world = await World.open({ functionsRoot, ...more })
  try {
    await work(world)
  } finally {
    await world.close()
    rmSync(functionsRoot, { recursive: true })
  }
}

/** One round over a network of waves: how many requests there are, and how many wait for another. */
async function count(): Promise<void> {
  let operations: Operation[] = []
  const { functionsRoot, chain } = apiInWaves()
  const measure: Measure = async (label, call) => {
    operations = []
    const answer = await call()
    rowOf(label).cost = costOf(operations, chain())
    return answer
  }
  const onOperation = (one: Operation) => void operations.push(one)
  const round = async (world: World) => {
    await joins(world, measure)
    await looking(world, measure, await repair(world, measure))
  }
  await inWorld({ seed: crowd(TICKETS), onOperation }, round, functionsRoot)
}

/** Many rounds as fast as they go. */
function watch(note = ''): { measure: Measure; onCall: (name: string, took: number) => void } {
  let alone = 0
  const measure: Measure = async (label, call) => {
    const begun = performance.now()
    const answer = await call()
    const row = rowOf(label + note)
    row.calls.push(performance.now() - begun)
    row.alone.push(alone)
    return answer
  }
  return { measure, onCall: (_name, took) => void (alone = took) }
}

/** Statistics over years of cases. */
async function timeYears(): Promise<void> {
  const { measure, onCall } = watch(' *')
  await inWorld({ seed: years(CASES), onCall }, async (world) => {
    await statistics(world, async (_label, call) => call())
    for (let i = 0; i < ROUNDS / 4; i++) {
      if (i % 5 === 0) await world.clock(demoStart + (i / 5) * MINUTE)
      await statistics(world, measure)
    }
  })
}

async function time(): Promise<void> {
  const { measure, onCall } = watch()
  await inWorld({ seed: crowd(TICKETS), onCall }, async (world) => {
    await repair(world, async (_label, call) => call())
    await joins(world, measure)
    for (let i = 0; i < ROUNDS; i++) {
      // A caller's budget is by the minute.
      if (i % 5 === 0) await world.clock(demoStart + ((i / 5) % 60) * MINUTE)
      await looking(world, measure, await repair(world, measure))
    }
  })
}

function percentile(values: readonly number[], part: number): string {
  const sorted = [...values].sort((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1)
}

// Chinese letters are two columns wide.
const wide = (text: string): number => [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0)
const cell = (text: string, width: number): string => text + ' '.repeat(Math.max(1, width - wide(text)))
const HEAD = [
  'action',
  'calls',
  'database',
  'in a row',
  'scans',
  'p50 ms',
  'p95 ms',
  'alone p50',
  'alone p95',
]

function line(cells: readonly string[]): string {
  return cells.map((text, i) => cell(text, i === 0 ? 26 : 11)).join('')
}

function print(): void {
  console.log(line(HEAD))
  for (const [label, { cost, calls, alone }] of rows) {
    const costs = [cost?.total, cost?.chain, cost?.scans.length].map((value) => String(value ?? '—'))
    const times = [calls, alone].flatMap((values) => [percentile(values, 0.5), percentile(values, 0.95)])
    console.log(line([label, String(calls.length), ...costs, ...times]))
  }
}

async function main(): Promise<void> {
  const begun = Date.now()
  await count()
  await time()
  await timeYears()
  console.log(
    `\n${TICKETS} tickets; lines with * over ${CASES} cases of two years; times as this machine has them, Node ${process.version}\n`,
  )
  print()
  console.log(`\n${((Date.now() - begun) / 1000).toFixed(0)} s`)
}

void main()
