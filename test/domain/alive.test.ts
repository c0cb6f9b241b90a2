// Liveness, made from the tables: from every state that a random story reaches, the customer silent for ever and any one
// person gone, somebody who is there sees the ticket, is told, and brings it to an end.
import { lifecycles, visit } from '../../miniprogram/domain/subjects'
import type { Ticket } from '../../miniprogram/domain/ticket/ticket'
import { everybody, stuck, type How } from '../model/alive'
import { installation, wander } from '../model/play'
import { people, type Who } from '../domain/world'
import { plays } from '../model/shares'

const { seed } = plays('domain')
/** Stories are told until every state of every table was there, short ones (merged early) and whole ones; so many at most. */
const MOST = 400

interface Reached {
  ticket: Ticket
  now: number
}

/** Each state of each kind, as `repair onsite`. */
const wanted = Object.entries(lifecycles).flatMap(([kind, { states }]) => [
  ...Object.keys(states)
    .filter((state) => state !== 'visiting' && !(kind === 'installation' && state === 'remote'))
    .map((state) => `${kind} ${state}`),
  ...(kind === 'repair' || kind === 'installation'
    ? Object.keys(visit.states)
        // what a visit shows when it is over is the ticket's own
        .filter((state) => !['left', 'rated', 'withdrawn'].includes(state))
        .map((state) => `${kind} ${state}`)
    : []),
])

function* told(n: number) {
  yield* wander(seed + n, 2)
  yield* wander(seed + n, 40)
  yield* installation(seed + n)
}

function stories(): Map<string, Reached> {
  const found = new Map<string, Reached>()
  for (let n = 0; n < MOST && wanted.some((one) => !found.has(one)); n++)
    for (const { ticket, now } of told(n)) {
      const name = `${ticket.kind} ${ticket.face}`
      if (!found.has(name)) found.set(name, { ticket, now })
    }
  return found
}

describe('nobody is stuck', () => {
  const found = stories()
  const open = [...found].filter(([, { ticket }]) => ticket.category !== 'closed')

  it('given the tables, then a story reaches every state of every kind', () => {
    expect(wanted.filter((one) => !found.has(one))).toEqual([])
  })

  const whos: readonly (Who | null)[] = [null, ...everybody]
  it.each(whos)(
    'given the customer is silent and %s is gone, then from every state somebody sees it, is told and ends it',
    (gone) => {
      const ways: readonly How[] = gone ? ['away', 'left'] : ['away']
      const wrong = open.flatMap(([name, { ticket, now }]) =>
        ways.flatMap((how) => stuck(ticket, gone, how, now).map((why) => `${name}: ${why} (${how})`)),
      )
      expect(wrong).toEqual([])
    },
  )

  it(`prints what was played: states × people`, () => {
    const ways = 1 + 2 * everybody.length
    const names = ['all there', ...everybody.map((who) => people[who].name)]
    console.info(`${open.length} open states × ${ways} (${names.join('、')}; away and left); seed ${seed}`)
    expect(open.length * ways).toBeGreaterThan(900)
  })
})
