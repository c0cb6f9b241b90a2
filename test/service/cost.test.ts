import { rmSync } from 'node:fs'
import type { TicketRecord } from '../../cloudfunctions/store/records'
import { inputs, isTwin, moveInputs } from '../../miniprogram/domain/door/inputs'
import type { Operation } from '../../local/options'
import { crowd } from '../bench/crowd'
import { apiInWaves } from '../bench/api-only'
import { costOf, type Cost } from '../bench/operations'
import type { Measure } from '../bench/measure'
import { byways, repair } from '../bench/paths'
import { eightD } from '../bench/d8-path'
import { joins, looking } from '../bench/round'
import { at, World } from './world'

/** A history of many moves, longer by so much than a ticket has that a few at once are seen. */
const LONG = 64 * 1024
type Seed = ReturnType<typeof crowd>

/** The same tickets, each with a long history. */
const withHistory =
  (seed: Seed): Seed =>
  (db) =>
    seed({
      ...db,
      insert: (name, docs) => db.insert(name, name === 'tickets' ? docs.map(long) : docs),
    })
const long = (one: object): object => {
  const { events } = one as TicketRecord
  return {
    ...one,
    events: events.map((event, i) => (i === 0 ? { ...event, words: '长'.repeat(LONG / 3) } : event)),
  }
}

/** Every action in a world, each with its cost. */
async function played(seed: Seed): Promise<Map<string, Cost>> {
  const costs = new Map<string, Cost>()
  let operations: Operation[] = []
  const { functionsRoot, chain } = apiInWaves()
  const world = await World.open({
    functionsRoot,
    onOperation: (one) => operations.push(one),
    seed,
  })
  const measure: Measure = async (label, call) => {
    operations = []
    const answer = await call()
    costs.set(label, costOf(operations, chain()))
    return answer
  }
  try {
    await joins(world, measure)
    const repaired = await repair(world, measure)
    await looking(world, measure, repaired)
    await eightD(world, measure, repaired)
    await world.clock(at('11-23T10:40'))
    await byways(world, measure)
    return costs
  } finally {
    await world.close()
    rmSync(functionsRoot, { recursive: true })
  }
}

const surveys = ['surveyUnsent', 'remindSurvey', 'surveyLate', 'callForRating']

/** Waits for the database at most: a look two, a move or a new request three. */
function most(label: string): number {
  if (label === 'ticket.submit' || label.startsWith('ticket.move')) return 3
  // whether it is the same problem again is asked before a complaint is written
  if (label.startsWith('ticket.submit ') || label === 'complaint.about') return 4
  if (label.startsWith('import.')) return Infinity
  return looks(label) ? 2 : Infinity
}

const looks = (label: string): boolean => /^[^ ]+\.(open|list|queue|candidates|peek)( |$)/.test(label)

describe('what a call costs the database', () => {
  let costs: Map<string, Cost>
  beforeAll(async () => {
    costs = await played(crowd(2000))
  })

  it('given 2,000 tickets, when each action is called, then no query reads a collection without an index', () => {
    const called = new Set([...costs.keys()].map((label) => label.split(' ')[0]))
    expect(Object.keys(inputs).filter((action) => !called.has(action))).toEqual([])
    // a company is found by any part of its name: hundreds of documents, looked up by staff
    const known = (label: string) => label === 'company.find' || label === 'archive.companies'
    const scans = [...costs].filter(([label, cost]) => !known(label) && cost.scans.length > 0)
    expect(scans.map(([label, cost]) => `${label}: ${cost.scans.join(', ')}`)).toEqual([])
  })

  it('given tickets whose histories are 64 KB longer, then a look reads one of them at most, a move or a request two', async () => {
    const worlds = [crowd(200), withHistory(crowd(200))].map((seed) => played(seed))
    const [short, longer] = (await Promise.all(worlds)) as [Map<string, Cost>, Map<string, Cost>]
    const more = [...longer].map(([label, { bytes }]) => {
      const histories = Math.round((bytes - short.get(label)!.bytes) / LONG)
      return [label, histories] as const
    })
    expect(more.filter(([label, histories]) => histories > (looks(label) ? 1 : 2))).toEqual([])
    // it is counted at all: some read the whole ticket that they are about
    expect(more.some(([, histories]) => histories > 0)).toBe(true)
  })

  it('given a database as far away as a network, then a move waits for it three times at most, a look twice', () => {
    const labels = [...costs.keys()]
    const moves = labels.filter((label) => label.startsWith('ticket.move'))
    // the clock's own moves are made by no caller, and a call for a rating is asked for by the clock only; those that
    // need another ticket or an item of knowledge by an action of their own
    const unmade = [
      'lapse',
      'foundAgain',
      'turnRepair',
      'takeIn',
      'warn',
      'escalate',
      'helpLate',
      'dayReportLate',
      'mergeInto',
      'toComplaint',
      'keepAnswer',
      // a hand-over of all that somebody has in hand
      'dropRewrite',
      'releaseCompanion',
      ...surveys,
    ]
    expect(moves.map((label) => label.slice('ticket.move '.length)).sort()).toEqual(
      Object.keys(moveInputs)
        // a twin is the same write as the move that it is the twin of
        .filter((name) => !unmade.includes(name) && !isTwin(name))
        .sort(),
    )
    const slow = labels.filter((label) => costs.get(label)!.chain > most(label))
    expect(slow.map((label) => [label, costs.get(label)!.chain])).toEqual([])
  })
})
