import { defaults } from '../../miniprogram/domain/company/settings'
import fc from 'fast-check'
import { pause, resume } from '../../miniprogram/domain/ticket/pausing'
import { isWorkingTime, workingMinutes, type Pause } from '../../miniprogram/domain/calendar/working-time'
import { ask, at, inputsOf, make, submitted } from './world'

const MINUTE = 60_000
const begin = at('2026-01-05T00:00')
const YEAR = 60 * 24 * 350

/** Working minutes of 2026, counted one by one: `before[i]` lie before minute i of the year. */
const before = new Uint32Array(YEAR + 60 * 24 * 10)
for (let i = 1; i < before.length; i++)
  before[i] = before[i - 1]! + (isWorkingTime(begin + (i - 1) * MINUTE) ? 1 : 0)
const count = (from: number, to: number) => (to <= from ? 0 : before[to]! - before[from]!)
const time = (minute: number) => begin + minute * MINUTE

const minute = fc.integer({ min: 0, max: YEAR - 60 * 24 * 20 })
const span = fc.tuple(minute, fc.integer({ min: 0, max: 60 * 24 * 12 }))

describe('pauses', () => {
  it('given any pauses of 2026, overlapping or not, then each working minute is taken off once', () => {
    fc.assert(
      fc.property(span, fc.array(span, { maxLength: 4 }), ([from, length], spans) => {
        const pauses: Pause[] = spans.map(([a, n]) => ({
          reason: '',
          from: time(a),
          to: time(a + n),
          by: '',
        }))
        const stops = [from, from + length, ...spans.flatMap(([a, n]) => [a, a + n])].sort((a, b) => a - b)
        const counted = stops.slice(1).reduce((sum, to, i) => {
          const piece = stops[i]!
          const inside = piece >= from && to <= from + length
          const paused = spans.some(([a, n]) => piece >= a && to <= a + n)
          return sum + (inside && !paused ? count(piece, to) : 0)
        }, 0)
        expect(workingMinutes(time(from), time(from + length), pauses)).toBe(counted)
      }),
      { numRuns: 300 },
    )
  })

  it('given a promise and a pause before it, then it moves by exactly the working time of the pause', () => {
    fc.assert(
      fc.property(minute, fc.integer({ min: 0, max: 60 * 24 * 12 }), (start, length) => {
        const ticket = submitted(time(start))
        const promised = ticket.verifyBy
        pause(ticket, '等客户补充', time(start), '沈晓雯')
        resume(ticket, time(start + length), defaults)
        const due = (ticket.verifyBy - begin) / MINUTE
        expect(count(start + length, due)).toBe(count(start, (promised - begin) / MINUTE))
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['over a weekend', '2026-11-20T10:00', '2026-11-20T11:00', '2026-11-23T11:00', '2026-11-24T17:30'],
    [
      'over the make-up Saturday of 国庆',
      '2026-10-09T09:00',
      '2026-10-09T10:00',
      '2026-10-10T10:00',
      '2026-10-12T17:30',
    ],
  ])('given a pause %s, then the promise is met a working day later', (_, asked, from, to, due) => {
    let ticket = make(submitted(at(asked)), 'shen', 'askInfo', { asked: '照片' }, at(from))
    ticket = make(ticket, 'sun', 'supplement', { text: '见照片', media: [] }, at(to))
    expect(ticket.verifyBy).toBe(at(due))
  })

  it('given a promise that was broken before the customer is asked, then it stays broken', () => {
    let ticket = make(submitted(), 'shen', 'askInfo', { asked: '照片' }, at('2026-11-25T09:00'))
    ticket = make(ticket, 'sun', 'supplement', { text: '见照片', media: [] }, at('2026-11-26T09:00'))
    expect(ticket.verifyBy).toBe(at('2026-11-24T17:30'))
  })

  it('given the site is not ready and then the ticket is cancelled, then no pause runs on', () => {
    let ticket = make(submitted(), 'shen', 'verify', inputsOf.verify, at('2026-11-23T10:00'))
    ticket = make(ticket, 'sun', 'siteNotReady', { readyOn: '2026-11-27', note: '' }, at('2026-11-23T11:00'))
    expect(ticket.pauses.at(-1)).toMatchObject({ reason: '等现场条件', to: null })
    ticket = make(ticket, 'li', 'cancel', { reason: 'time', note: '' }, at('2026-11-23T12:00'))
    expect(ticket.pauses.at(-1)).toMatchObject({ to: at('2026-11-23T12:00') })
    expect(ask(ticket, 'sun', 'confirmSite', { ready: [], media: [], truth: true }, 0).ok).toBe(false)
  })
})
