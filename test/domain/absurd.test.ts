import { china2026 } from '../../miniprogram/domain/calendar/china'
import { dueAlarms } from '../../miniprogram/domain/door/lifecycle'
import { movesFor } from '../../miniprogram/domain/door/lifecycle'
import { summarize } from '../../miniprogram/domain/door/lifecycle'
import { isWorkday } from '../../miniprogram/domain/calendar/working-time'
import { heroOf } from '../../miniprogram/services/face-words'
import type { Ticket } from '../../miniprogram/domain/ticket/ticket'
import type { Face } from '../../typings/contract'
import { stepsOf } from '../model/steps'
import { actor, at, facts, make, submitted } from './world'

const now = at('2026-11-24T10:00')

/** A verified repair whose site is not ready until a day, however absurd; as it once could be stored. */
function waiting(readyOn: string): Ticket {
  const ticket: Ticket = { ...submitted(), state: 'site_ready', verifyBy: now }
  const set = make(ticket, 'sun', 'siteNotReady', { readyOn, note: '' }, now)
  return { ...set, site: { ...set.site, readyOn } }
}

/** What a list and the page of one ticket ask of it. */
const shown = (ticket: Ticket) => () => {
  const copy = structuredClone(ticket)
  summarize(copy, now, facts)
  dueAlarms(copy, now, facts.settings)
  movesFor(copy, actor('sun', copy), now, facts)
  const { category, due, provisional } = copy
  const face = { category, due, provisional, words: '', holder: null, next: '', near: false, overdue: false }
  heroOf(face as Face, 'staff', now)
  return copy
}

describe('a ticket that was stored with an absurd date', () => {
  beforeAll(() => isWorkday(now, china2026))

  it('given a site that is ready on 9999-12-31, then its list and page cost what those of next week cost', async () => {
    const count = (day: string) => stepsOf(/domain\/calendar\//, shown(waiting(day)))
    const [near, far] = [await count('2026-12-01'), await count('9999-12-31')]
    expect(near).toBeGreaterThan(0)
    expect(far).toBeLessThanOrEqual(near * 1.2)
  })

  it.each(['2026-13-45', '0000-00-00', '2026-02-30'])(
    'given 「%s」, then there is no deadline, nothing rings, and its place in lists is a number',
    (day) => {
      const ticket = shown(waiting(day))()
      expect([ticket.due, dueAlarms(ticket, now, facts.settings)]).toEqual([null, []])
      expect(ticket.rank).toMatch(/^\d{14}-/)
    },
  )
})
