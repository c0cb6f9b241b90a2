// 改派 on the road and on site: the new man goes through his own gates; what the first one did stays on record (R10, R8).
import { movesFor } from '../../miniprogram/domain/door/lifecycle'
import type { MoveName } from '../../miniprogram/domain/door/inputs'
import type { Ticket } from '../../miniprogram/domain/ticket/ticket'
import { visit as visits } from '../../miniprogram/domain/subjects'
import { actor, ask, at, facts, inputsOf, make, onsite, prepared, signed, type Who } from './world'

const now = at('2026-11-25T10:00')
const times = { arriveBy: at('2026-11-26T09:00'), finishBy: at('2026-11-26T17:30') }
const toMa = { engineer: 'ma', reason: '周海生病', ...times }
const offered = (ticket: Ticket, who: Who): MoveName[] =>
  movesFor(ticket, actor(who, ticket), now, facts).map(({ move }) => move)

describe('a job that is given to another', () => {
  it('given every state that a crew holds, then it can be given to another from there', () => {
    const held = Object.entries(visits.states).flatMap(([state, row]) =>
      row.holder === 'crew' ? [state] : [],
    )
    const underway = ['extra_review', 'wait_extra', 'wait_delay', 'wait_sign']
    expect([...held, ...underway].filter((state) => !visits.moves.reassign!.from.includes(state))).toEqual([])
  })

  it.each([
    ['on the road', () => make(prepared(), 'zhou', 'depart', inputsOf.depart, at('2026-11-25T07:50'))],
    ['on site', () => onsite()],
  ] as const)(
    'given the first man is %s, then the second asks for his trip, prepares and arrives himself; the customer reads who and when',
    (_where, start) => {
      const ticket = make(start(), 'fang', 'reassign', toMa, now)
      const [visit] = ticket.visits
      expect(visit).toMatchObject({
        ...{ state: 'planning', trip: null, eta: null, departedAt: null, arrivedAt: null, conduct: null },
        ...{ preparedAt: null, ...times },
      })
      expect(visit!.prep.every(({ done }) => !done)).toBe(true)
      expect(visit!.handed).toMatchObject([{ by: { name: '周海' } }])
      expect(offered(ticket, 'ma')).toContain('askTrip')
      expect(offered(ticket, 'zhou')).toEqual([])
      const told = ticket.untold.slice(-3).map(({ title, words }) => [title, words])
      expect(told).toEqual([
        ['工程师已更换', '改由马志强,11月26日 09:00前到'],
        ['改派给您', expect.any(String)],
        ['任务已改派', '苏州澄远精密机械 改由马志强'],
      ])
    },
  )

  it('given he has departed and no new time, then it is asked for', () => {
    const input = { engineer: 'ma', reason: '周海生病', arriveBy: null, finishBy: null }
    expect(ask(onsite(), 'fang', 'reassign', input, now)).toMatchObject({
      ok: false,
      refusal: { fields: { arriveBy: '工程师已出发,换人要重新约定到达和完成时间' } },
    })
    expect(ask(prepared(), 'fang', 'reassign', input, now)).toMatchObject({ ok: true })
  })

  it('given a signed receipt, then the new man checks the code and leaves', () => {
    const ticket = make(signed(), 'fang', 'reassign', toMa, at('2026-11-25T11:20'))
    expect([ticket.face, ticket.holder?.name]).toEqual(['signed', '马志强'])
    expect(make(ticket, 'ma', 'leave', { code: '012345' }, at('2026-11-25T11:30')).state).toBe('left')
  })
})
