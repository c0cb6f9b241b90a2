// Who is away, has left or is one alone: a chain of stand-ins ends at the first who is there, and goes back by itself.
import { decide, holderOf, movesFor } from '../../miniprogram/domain/door/lifecycle'
import { actingOn, dutyOf, emptyRoles, standingsOf } from '../../miniprogram/domain/ticket/stand-ins'
import { breaches } from '../../miniprogram/domain/statistics/breaches'
import { relationsTo, type Person, type Role } from '../../miniprogram/domain/ticket/people'
import { at, facts, inputsOf, people, submitted, type Who } from './world'

const away = (from: string, to = from) => [{ from, to }]
const roll = (absent: Partial<Record<Who, { from: string; to: string }[]>>) =>
  Object.values(people)
    .filter(({ side }) => side === 'staff')
    .map(({ pid, roles }) => ({ pid, roles, absences: absent[pid as Who] ?? [] }))
const rolesOn = (absent: Parameters<typeof roll>[0], who: Who, day: string) =>
  actingOn(standingsOf(roll(absent), '2026-11-23').get(who), day)

describe('stand-ins by the days on which people are away', () => {
  it('given the only coordinator is away for two days, then the manager stands in on these and on no other', () => {
    const absent = { shen: away('2026-11-24', '2026-11-25') }
    const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']
    expect(days.map((day) => rolesOn(absent, 'fang', day))).toEqual([
      [],
      ['coordinator'],
      ['coordinator'],
      [],
    ])
  })

  it('given coordinator and manager are away, then the chain ends at the general manager, for both', () => {
    const absent = { shen: away('2026-11-24'), fang: away('2026-11-24', '2026-11-25') }
    expect(rolesOn(absent, 'zheng', '2026-11-24')).toEqual(['coordinator', 'manager'])
    expect(rolesOn(absent, 'zheng', '2026-11-25')).toEqual(['manager'])
    expect(rolesOn(absent, 'fang', '2026-11-24')).toEqual([])
  })

  it('given a role that nobody has, then the next above holds it without an end, and it is known to be empty', () => {
    const without = roll({}).filter(({ pid }) => pid !== 'shen')
    expect(standingsOf(without, '2026-11-23').get('fang')).toEqual([
      { role: 'coordinator', from: '2026-11-23', to: null },
    ])
    expect(emptyRoles(without)).toEqual(['coordinator'])
    expect(emptyRoles(roll({}))).toEqual([])
  })

  it('given everybody there, then nobody stands in for anybody', () => {
    expect(standingsOf(roll({}), '2026-11-23').size).toBe(0)
  })
})

describe('what a stand-in does', () => {
  const acting = (who: Who, ...roles: Role[]): Person => ({
    ...people[who],
    roles: [...people[who].roles, ...roles],
    acting: roles,
  })
  const as = (person: Person, ticket: ReturnType<typeof submitted>) => ({
    ...{ pid: person.pid, name: person.name, title: '总经理' },
    relations: relationsTo(person, ticket),
    acting: ['manager' as const],
  })

  it('given the manager is away, when the general manager assigns, then the history says whose place he took', () => {
    const now = at('2026-11-23T10:00')
    const ticket = submitted()
    const zheng = as(acting('zheng', 'manager'), ticket)
    const command = {
      move: 'verify' as const,
      visit: null,
      key: 'stands-in',
      input: inputsOf.verify,
      now,
      facts,
    }
    const made = decide(ticket, { ...command, actor: zheng })
    if (!made.ok) throw new Error(made.refusal.words)
    expect(made.event).toMatchObject({
      instead: 'manager',
      by: { name: '郑国栋', title: '总经理(代负责人)' },
    })
    expect(made.ticket.verification!.by.title).toBe('总经理(代负责人)')
  })

  it('given what he may do himself, then he does it as himself', () => {
    const ticket = { ...submitted(), state: 'gm_review' as const, special: '欠款' }
    const zheng = as(acting('zheng', 'manager'), ticket)
    const offered = movesFor(ticket, zheng, at('2026-11-23T10:00'), facts).map(({ move }) => move)
    expect(offered).toContain('consent')
    expect(zheng.relations.indexOf('generalManager')).toBeLessThan(zheng.relations.indexOf('manager'))
  })

  it('given the coordinator is away, then a ticket that waits for her is held by who stands in, and by her when she is back', () => {
    const staff = (gone: boolean) =>
      facts.staff.map((one) => (one.pid === 'shen' && gone ? { ...one, away: true } : one))
    const held = (gone: boolean) =>
      holderOf(submitted(), { duty: dutyOf(staff(gone), (one) => one.away === true) })?.name
    expect([held(false), held(true), held(false)]).toEqual(['沈晓雯', '方立新', '沈晓雯'])
  })
})

describe('one’s own application', () => {
  const both = { ...people.fang, roles: ['manager', 'engineer'] as Role[] }
  const asked = (staff: typeof facts.staff) => {
    const known = { ...facts, staff }
    let t = submitted()
    const act = (move: 'verify' | 'assign' | 'askTrip' | 'approveTrip', input: object, now: number) => {
      const actor = { pid: 'fang', name: '方立新', title: '', relations: relationsTo(both, t) }
      return decide(t, { move, visit: null, key: `own-${move}`, input, actor, now, facts: known })
    }
    for (const [move, input, now] of [
      ['verify', inputsOf.verify, '2026-11-23T10:00'],
      ['assign', { ...inputsOf.assign, engineer: 'fang' }, '2026-11-23T11:00'],
      ['askTrip', inputsOf.askTrip, '2026-11-23T11:10'],
    ] as const) {
      const made = act(move, input, at(now))
      if (!made.ok) throw new Error(made.refusal.words)
      t = made.ticket
    }
    return act('approveTrip', { note: '' }, at('2026-11-23T11:20'))
  }
  const staff = facts.staff.map((one) => (one.pid === 'fang' ? { ...one, roles: both.roles } : one))

  it('given another manager who is there, then he is named and one may not approve it oneself', () => {
    const two = [...staff, { pid: 'gao', name: '高远', title: '', roles: ['manager'] as Role[] }]
    expect(asked(two)).toMatchObject({ ok: false, refusal: { words: '自己的申请不能自己批,请 高远 审批' } })
    expect(asked(two.map((one) => (one.pid === 'gao' ? { ...one, away: true } : one)))).toMatchObject({
      ok: true,
    })
  })

  it('given nobody else, then one may, it is marked and counted', () => {
    const made = asked(staff)
    if (!made.ok) throw new Error(made.refusal.words)
    expect(made.event.words).toBe('方立新 同意出差(本人申请,没有别人可批)')
    expect(breaches(made.ticket, facts.settings).map(({ gate }) => gate.words)).toContain(
      '本人申请由本人批准,没有别人可批',
    )
  })
})
