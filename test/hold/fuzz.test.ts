import fc from 'fast-check'
import { machines } from '../../demo/machines'
import { companies } from '../../demo/people'
import { d8MoveInputs } from '../../miniprogram/domain/quality/inputs'
import { inputs, moveInputs } from '../../miniprogram/domain/door/inputs'
import { refusalWords } from '../../miniprogram/domain/engine/refusals'
import { plays } from '../model/shares'
import { d8Problem, runningD8 } from './permissions/inputs'
import { given, request, World } from '../service/world'

/** Everybody of one side of the wall, and whose names he may not read. */
const callers = [null, 'stranger', 'liguoqiang', 'chenmeiling', 'gaoxue', 'zhouhai', 'shenxiaowen', 'qinlan']
const companyOf: Record<string, string> = { liguoqiang: 'c1', chenmeiling: 'c2', gaoxue: 'c6' }

/** Words of other companies that must not be in an answer to this person. */
function foreign(who: string | null): string[] {
  if (who !== null && ['shenxiaowen', 'zhouhai', 'qinlan'].includes(who)) return []
  const own = companyOf[who ?? '']
  return [
    ...companies.filter((one) => one._id !== own).map((one) => one.name),
    ...machines.filter((one) => one.companyId !== own).map((one) => one.serial),
  ]
}

const poison = fc.constantFrom<unknown>(
  { $ne: null },
  { $gt: '' },
  { $where: 'sleep(1000)' },
  { $regex: '.*' },
  '$where',
  'a.b',
  '__proto__',
  null,
  -1,
  1e308,
  '',
  ' ',
  [],
  '9'.repeat(5000),
  '\u0000',
  '😀'.repeat(40),
)

type Case = readonly [action: string, input: Record<string, unknown>]

/** Inputs that their action would take, from every caller's point of view about somebody's ticket. */
const wellFormed = (id: string): Case[] => [
  ['session.open', {}],
  ['equipment.list', {}],
  ['work.open', {}],
  ['inbox.list', { after: '9' }],
  ['ticket.submit', { ...request() }],
  ['ticket.open', { id }],
  ['dispatch.candidates', { id }],
  ...machines.map((one): Case => ['equipment.open', { serial: one.serial }]),
  ['ticket.list', { tab: 'open', search: 'V850', after: '0' }],
  ['ticket.list', { tab: 'finished' }],
  ['work.queue', { queue: 'verify', after: '9' }],
  ['company.peek', { code: 'CY7K3P9X' }],
  ['inbox.read', { ids: [id] }],
  ['d8.list', { tab: 'open', after: '9' }],
  ['d8.open', { id: runningD8 }],
  ['d8.prepare', { ticket: id, fault: 'TC-1-1', models: ['V850'], from: '2026-01-01', to: '2026-11-23' }],
  ['d8.start', { key: 'key-of-the-fuzz', ticket: id, fault: 'TC-1-1', ...d8Problem }],
  ...Object.keys(d8MoveInputs).map((move): Case => {
    const input = { step: 'D3', values: { action: '全检' }, media: [], seen: 0 }
    return ['d8.move', { id: runningD8, key: 'key-of-the-fuzz', move, input }]
  }),
  ['media.arrived', { id, media: 'none', fileId: `cloud://x/${id}` }],
  ['consent.record', { results: [{ template: 'T1', answer: 'reject' }] }],
  ...Object.keys(moveInputs).map((move): Case => {
    const input = (given as Record<string, object>)[move] ?? {}
    return ['ticket.move', { id, key: 'key-of-the-fuzz', move, visit: null, input }]
  }),
]

const others = [...Object.keys(inputs), 'constructor', '', 'ticket.delete']

/** As it should be; with one of its leaves poisoned; with a key of nobody; at another action; or nothing but noise. */
const knocks = (id: string): fc.Arbitrary<readonly [string, unknown]> => {
  const right = fc.constantFrom(...wellFormed(id))
  return fc.oneof(
    right,
    fc
      .tuple(right, fc.nat(20), poison)
      .map(([[action, base], at, bad]) => [action, withLeaf(base, at, bad)] as const),
    fc
      .tuple(right, fc.string(), poison)
      .map(([[action, base], name, bad]) => [action, { ...base, [name]: bad }] as const),
    fc.tuple(fc.constantFrom(...others), right).map(([action, [, base]]) => [action, base] as const),
    fc.tuple(fc.constantFrom(...others), fc.oneof(fc.jsonValue(), poison)),
  )
}

function withLeaf(base: Record<string, unknown>, at: number, bad: unknown): Record<string, unknown> {
  const keys = Object.keys(base)
  if (keys.length === 0) return { poison: bad }
  const key = keys[at % keys.length]!
  const value = base[key]
  const deeper = typeof value === 'object' && value !== null && !Array.isArray(value) && at % 2 === 0
  return { ...base, [key]: deeper ? withLeaf(value as Record<string, unknown>, at + 1, bad) : bad }
}

describe('the door, knocked at by anybody with anything', () => {
  let world: World
  let id = ''
  beforeAll(async () => {
    world = await World.open()
    id = (
      await world.call('huangzhipeng', 'ticket.submit', { ...request(), equipmentId: 'e-qhd540-2408-110' })
    ).id
  })
  afterAll(() => world.close())

  it('given any input to any action by any caller, then it is answered or refused by a known code, and nothing of another company is in it', async () => {
    let minute = 0
    const property = fc.asyncProperty(
      knocks(id),
      fc.constantFrom(...callers),
      async ([action, input], who) => {
        if (++minute % 150 === 0) await world.clock(Date.parse('2026-11-23T09:40:00+08:00') + minute * 60_000)
        const answer = await world.knock(who, action, input)
        if (!answer.ok) {
          expect(Object.keys(refusalWords)).toContain(answer.refusal.code)
          expect(answer.refusal.code).not.toBe('BUSY')
          expect(answer.refusal.code).not.toBe('RATE_LIMITED')
        }
        // An invitation tells its company to whoever holds it.
        if (action === 'company.peek') return
        const text = JSON.stringify(answer)
        const said = JSON.stringify(input) ?? ''
        expect(foreign(who).filter((word) => text.includes(word) && !said.includes(word))).toEqual([])
      },
    )
    await fc.assert(property, plays('fuzz'))
  })

  it('given a filter of the database where a word belongs, then no action lets it in', async () => {
    for (const [action, input] of [
      ['ticket.open', { id: { $ne: null } }],
      ['ticket.list', { tab: 'open', search: { $regex: '' } }],
      ['ticket.list', { tab: { $in: ['open'] } }],
      ['equipment.open', { serial: { $gt: '' } }],
      ['inbox.read', { ids: [{ $ne: null }] }],
      ['company.peek', { code: { $gt: '' } }],
    ] as const)
      expect([action, (await world.refusal('liguoqiang', action, input)).code]).toEqual([
        action,
        'INVALID_INPUT',
      ])
  })

  it('given a search of dots and stars, then it is text and finds nothing', async () => {
    for (const search of ['.*', '^', '[', '(', '\\', '$'])
      expect((await world.call('liguoqiang', 'ticket.list', { tab: 'finished', search })).items).toEqual([])
  })
})
