import { aheadOf } from '../../miniprogram/domain/door/ahead'
import { decide } from '../../miniprogram/domain/door/lifecycle'
import type { MoveName } from '../../miniprogram/domain/door/inputs'
import { receiptProblems } from '../../miniprogram/domain/receipt/receipt'
import type { Ticket } from '../../miniprogram/domain/ticket/ticket'
import { actor, ask, at, facts, inputsOf, make, onsite, prepared, signed, submitted, type Who } from './world'

let keys = 0
/** A move made at one time and uploaded at another. */
function late(ticket: Ticket, who: Who, move: MoveName, input: object, doneAt: number, now: number) {
  const command = {
    move,
    visit: null,
    key: `late-${++keys}`,
    input,
    actor: actor(who, ticket),
    now,
    doneAt,
    facts,
  }
  const decision = decide(ticket, command)
  if (!decision.ok) throw new Error(`${move}: ${decision.refusal.words}`)
  return decision
}
const uploaded = at('2026-11-25T11:20')
const steps = (ticket: Ticket, who: Who = 'zhou', now = at('2026-11-25T07:00')) =>
  aheadOf(ticket, 'v1', actor(who, ticket), now, facts).map((step) => step.map((one) => one.move))

describe('a move done without a network', () => {
  it('given a departure and an arrival in the cellar, when they are uploaded later, then the visit has their own times and the event both', () => {
    const gone = late(prepared(), 'zhou', 'depart', inputsOf.depart, at('2026-11-25T07:50'), uploaded)
    const there = late(gone.ticket, 'zhou', 'arrive', inputsOf.arrive, at('2026-11-25T08:50'), uploaded)
    expect(there.ticket.visits[0]).toMatchObject({
      departedAt: at('2026-11-25T07:50'),
      arrivedAt: at('2026-11-25T08:50'),
    })
    expect(there.event).toMatchObject({
      at: at('2026-11-25T08:50'),
      doneAt: at('2026-11-25T08:50'),
      uploadedAt: uploaded,
    })
    expect(prepared().events.every((event) => event.uploadedAt === null)).toBe(true)
  })

  it('given he was in time, when it is uploaded after the agreed time, then no reason for lateness is asked', () => {
    const gone = late(prepared(), 'zhou', 'depart', inputsOf.depart, at('2026-11-25T07:50'), uploaded).ticket
    expect(() =>
      late(gone, 'zhou', 'arrive', inputsOf.arrive, at('2026-11-25T08:50'), uploaded),
    ).not.toThrow()
    expect(() => late(gone, 'zhou', 'arrive', inputsOf.arrive, at('2026-11-25T09:10'), uploaded)).toThrow(
      /迟到原因/,
    )
  })

  it('given an arrival that comes in hours later, then the customer is told, and nobody is woken', () => {
    const gone = make(prepared(), 'zhou', 'depart', inputsOf.depart, at('2026-11-25T07:50'))
    const told = (doneAt: number, now: number) =>
      late(gone, 'zhou', 'arrive', inputsOf.arrive, doneAt, now)
        .ticket.untold.slice(gone.untold.length)
        .map(({ title, urgent }) => [title, urgent])
    expect(told(at('2026-11-25T08:50'), uploaded)).toEqual([['工程师已到达', false]])
    expect(told(at('2026-11-25T08:50'), at('2026-11-25T08:55'))).toEqual([['工程师已到达', true]])
  })

  it('given a paper receipt in the cellar, then it stands for the photos that were taken before it', () => {
    const paper = { signer: '孙小兵', post: '操作员', phone: '13800000002' }
    const media = [{ id: 'paper', kind: 'photo', slot: '纸质回执', digest: 'a'.repeat(40) }]
    const told = late(onsite(), 'zhou', 'report', inputsOf.report, at('2026-11-25T10:40'), uploaded).ticket
    const left = late(
      told,
      'zhou',
      'leaveOnPaper',
      { ...paper, media },
      at('2026-11-25T10:50'),
      uploaded,
    ).ticket
    expect(left.visits[0]).toMatchObject({
      report: { at: at('2026-11-25T10:40') },
      receipt: { at: at('2026-11-25T10:50') },
      leftAt: at('2026-11-25T10:50'),
    })
    const [receipt] = receiptProblems(left, facts.hash)
    expect(receipt!.photos.map((one) => one.id)).toEqual(['before', 'after', 'paper'])
    expect(receipt!.problems).toEqual([])
  })

  it('given a phone that tells a time before the step it follows, then it happened with that step', () => {
    const gone = make(prepared(), 'zhou', 'depart', inputsOf.depart, at('2026-11-25T07:50'))
    const there = late(gone, 'zhou', 'arrive', inputsOf.arrive, at('2026-11-25T07:10'), uploaded)
    expect(there.ticket.visits[0]!.arrivedAt).toBe(at('2026-11-25T07:50'))
  })

  it('given a note of the office meanwhile, then it does not move the arrival', () => {
    const gone = make(prepared(), 'zhou', 'depart', inputsOf.depart, at('2026-11-25T07:50'))
    const noted = make(gone, 'shen', 'addNote', { text: '门卫已通知', media: [] }, at('2026-11-25T10:30'))
    const there = late(noted, 'zhou', 'arrive', inputsOf.arrive, at('2026-11-25T08:50'), uploaded)
    expect(there.ticket.visits[0]!.arrivedAt).toBe(at('2026-11-25T08:50'))
  })

  it.each([
    ['in the future', at('2026-11-26T09:00')],
    ['more than seven days ago', at('2026-11-17T09:00')],
  ])(
    'given a phone whose clock is %s, then the upload is the time, and what it said is kept',
    (_when, said) => {
      const { ticket, event } = late(
        prepared(),
        'zhou',
        'depart',
        { eta: at('2026-11-25T12:00') },
        said,
        uploaded,
      )
      expect(ticket.visits[0]!.departedAt).toBe(uploaded)
      expect(event).toMatchObject({ at: uploaded, doneAt: said, uploadedAt: uploaded })
    },
  )
})

describe('the way ahead of a crew', () => {
  it('given a prepared visit, then depart, arrive, record and leave on paper may be done one after the other', () => {
    expect(steps(prepared())).toEqual([['depart'], ['arrive'], ['report'], ['leaveOnPaper']])
  })

  it('given a gate of departure that is closed, then nothing is', () => {
    const unready = make(prepared(), 'zhou', 'prepare', { done: ['p1'], missing: [] }, at('2026-11-24T17:00'))
    expect(steps(unready)).toEqual([])
  })

  it('given he is at the machine, then the way begins with the record', () => {
    expect(steps(onsite())).toEqual([['report'], ['leaveOnPaper']])
  })

  it('given a record that was sent, then he may leave on paper or by the code that the customer gets on her own phone', () => {
    const reported = make(onsite(), 'zhou', 'report', inputsOf.report, at('2026-11-25T11:00'))
    expect(steps(reported)).toEqual([['leaveOnPaper', 'leave']])
    expect(steps(signed())).toEqual([['leaveOnPaper', 'leave']])
  })

  it('then it is the crew’s alone', () => {
    for (const who of ['sun', 'shen', 'fang', 'ma'] as const) expect(steps(prepared(), who)).toEqual([])
    expect(steps(submitted())).toEqual([])
  })

  it('then each of its steps is one that the table allows, in that order', () => {
    const inputs = {
      depart: inputsOf.depart,
      arrive: { ...inputsOf.arrive, lateReason: '道路拥堵' },
      report: inputsOf.report,
      leaveOnPaper: {
        signer: '孙小兵',
        post: '操作员',
        phone: '13800000002',
        media: [{ id: 'm1', kind: 'photo', slot: '' }],
      },
    }
    let ticket = prepared()
    for (const [move] of steps(ticket))
      ticket = late(ticket, 'zhou', move!, inputs[move as 'depart'], at('2026-11-25T07:50'), uploaded).ticket
    expect(ticket.face).toBe('left_unconfirmed')
  })
})

describe('a job that was handed on', () => {
  const reason = { engineer: 'ma', reason: '周海另有急修' }
  it('given 方立新 gave it to 马志强, when 周海 records for it, then he reads who has it now', () => {
    const handed = make(prepared(), 'fang', 'reassign', reason, at('2026-11-25T08:00'))
    expect(ask(handed, 'zhou', 'depart', inputsOf.depart, uploaded)).toMatchObject({
      ok: false,
      refusal: { code: 'CONFLICT', words: '这张工单已被 方立新 改派给 马志强。您的记录已保留,请核对' },
    })
  })

  it('when somebody asks who never worked on it, then for him it does not exist', () => {
    const handed = make(prepared(), 'fang', 'reassign', { ...reason, engineer: 'du' }, at('2026-11-25T08:00'))
    expect(ask(handed, 'ma', 'depart', inputsOf.depart, uploaded)).toMatchObject({
      refusal: { code: 'NOT_FOUND' },
    })
  })
})
