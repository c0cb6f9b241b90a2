import { decide } from '../../miniprogram/domain/door/lifecycle'
import { openTicket } from '../../miniprogram/domain/door/open'
import type { Ticket } from '../../miniprogram/domain/ticket/ticket'
import { actor, at, facts, make, onsite, submission, submitted } from './world'

const photo = { id: 'photo-2', kind: 'photo' as const, slot: '报警', digest: '' }
const second = (): Ticket => {
  const asked = submission(at('2026-11-23T09:50'))
  const request = { ...asked.request, description: '还漏油', media: [photo] }
  return openTicket({ ...asked, id: 't2', request })
}

function merge(ticket: Ticket, move: 'takeIn' | 'mergeInto', other: Ticket, now = at('2026-11-23T10:00')) {
  const input = { other: other._id, reason: '同一故障' }
  const as = actor('shen', ticket)
  return decide(ticket, {
    move,
    visit: null,
    key: `key-${move}`,
    input,
    now,
    facts: { ...facts, other },
    actor: as,
  })
}
function taken(into = submitted(), from = second()): Ticket {
  const decision = merge(into, 'takeIn', from)
  if (!decision.ok) throw new Error(decision.refusal.words)
  return decision.ticket
}

describe('merging two requests for one problem', () => {
  it('given a second request, when it is taken in, then its words, contact and photos are in the first', () => {
    const ticket = taken()
    expect(ticket.merged).toMatchObject([{ id: 't2', description: '还漏油', contact: { name: '孙小兵' } }])
    expect(ticket.media.map((one) => one.id)).toContain('photo-2')
  })

  it('given it is taken in twice, then it stands there once', () => {
    const again = merge(taken(), 'takeIn', second())
    expect(again.ok && again.ticket.merged).toHaveLength(1)
  })

  it('given it has not been taken in, then it cannot be closed as merged', () => {
    expect(merge(second(), 'mergeInto', submitted())).toMatchObject({
      refusal: { fields: { other: '先并入另一张工单' } },
    })
  })

  it('given it is merged, then it is closed, its owner is told where to look, and its pause has ended', () => {
    const waiting = make(second(), 'shen', 'askInfo', { asked: '照片' }, at('2026-11-23T09:55'))
    const done = merge(waiting, 'mergeInto', taken(submitted(), waiting))
    if (!done.ok) throw new Error(done.refusal.words)
    expect([done.ticket.face, done.ticket.alarmAt]).toEqual(['merged', null])
    expect(done.ticket.pauses.every((pause) => pause.to !== null)).toBe(true)
    expect(done.ticket.untold.at(-1)).toMatchObject({
      title: '已合并处理',
      page: '/customer/ticket/index?id=t1',
    })
  })

  it('given another company, itself or a job that is on, then they are not merged', () => {
    const theirs = { ...second(), companyId: 'c2' }
    expect(merge(submitted(), 'takeIn', theirs)).toMatchObject({
      refusal: { fields: { other: '只能合并同一企业的工单' } },
    })
    expect(merge(submitted(), 'takeIn', submitted())).toMatchObject({
      refusal: { fields: { other: '不能和自己合并' } },
    })
    expect(merge(onsite(), 'mergeInto', taken()).ok).toBe(false)
  })
})
