// 代记与异议: the customer is silent in the mini-program and speaks on the phone; the office writes it down, he hears of it
// and may say that it was not so.
import { lifecycles, moveInputs, visit } from '../../miniprogram/domain/subjects'
import { movesFor } from '../../miniprogram/domain/door/lifecycle'
import { fieldsOf } from '../../miniprogram/domain/door/fields'
import type { MoveName } from '../../miniprogram/domain/door/inputs'
import type { Relation } from '../../miniprogram/domain/ticket/people'
import type { Ticket } from '../../miniprogram/domain/ticket/ticket'
import { actor, ask, at, facts, inputsOf, make, onsite, prepared, signed, submitted, type Who } from './world'

const said = (saidAt: number, more: object = {}) => ({
  ...{ who: '李国强', saidAt, how: 'phone', said: '就这样办', media: [] },
  ...more,
})
const at10 = at('2026-11-25T10:00')
const offered = (ticket: Ticket, who: Who, now: number) =>
  movesFor(ticket, actor(who, ticket), now, facts).map(({ move }) => move as string)
const priced = { what: '更换碟簧', reason: '超出范围', finishBy: at('2026-11-25T19:00'), media: [] }
const lines = [{ name: '碟簧', amount: 1860 }]
const waitsForExtra = () =>
  make(
    make(onsite(), 'zhou', 'askExtra', { ...priced, lines, free: false }, at10),
    'fang',
    'approveExtra',
    { lines, free: false, note: '' },
    at10,
  )
const last = (ticket: Ticket) => ticket.events[ticket.events.length - 1]!
const titles = (ticket: Ticket) => ticket.untold.map(({ title }) => title)

describe('what only the customer can do (R1–R4)', () => {
  const customers: readonly Relation[] = ['owner', 'colleague', 'payer']
  const rows = [...Object.values(lifecycles), visit].flatMap(({ title, moves }) =>
    Object.entries(moves)
      .filter(([, row]) => row.by.every((one) => customers.includes(one)))
      .map(([move, row]) => [title, move, row, moves] as const),
  )

  it.each(rows)(
    '%s: given %s, then the office has its twin from each of its states, or it says why not',
    (_title, move, row, moves) => {
      const { recorded } = row
      expect(recorded).toBeDefined()
      if (recorded === undefined || (recorded !== true && 'never' in recorded)) return
      const twin = (moves as Record<string, typeof row>)[recorded === true ? `${move}Said` : recorded.by]!
      expect(twin.by.some((one) => customers.includes(one))).toBe(false)
      expect(row.from.filter((state) => !twin.from.includes(state))).toEqual([])
    },
  )

  it('given a twin, then it asks who, when, how and what beside what the move itself takes', () => {
    const twins = Object.keys(moveInputs).filter((move) => move.endsWith('Said')) as MoveName[]
    expect(twins.length).toBeGreaterThan(9)
    const cancel = moveInputs.cancelSaid
    expect(Object.keys('entries' in cancel ? (cancel.entries as object) : {})).toEqual([
      ...['reason', 'note', 'who', 'saidAt', 'how', 'said', 'media'],
    ])
    expect(fieldsOf('urge').map(({ label }) => label)).toEqual(['催办原因'])
  })
})

describe('an answer by phone', () => {
  it('given an extra that nobody answers, when the office records a yes by phone, then the visit goes on, in whose name is in the history', () => {
    const ticket = make(
      waitsForExtra(),
      'shen',
      'acceptExtraSaid',
      said(at('2026-11-25T10:20')),
      at('2026-11-25T10:30'),
    )
    expect(ticket.face).toBe('onsite')
    expect(ticket.visits[0]!.extras[0]!.answer).toMatchObject({ ok: true, by: { name: '李国强', pid: '' } })
    expect(last(ticket)).toMatchObject({
      by: { name: '沈晓雯' },
      words: '李国强 11月25日(周三)10:20 电话说「就这样办」:确认增项:更换碟簧 ¥1,860',
    })
    expect(titles(ticket)).toEqual(expect.arrayContaining(['增项已确认', '已代您记录']))
    expect(ticket.recorded).toMatchObject([
      { move: 'acceptExtraSaid', who: '李国强', how: 'phone', by: { name: '沈晓雯' } },
    ])
  })

  it('given the same extra, when he who asked withdraws it, then the visit goes on without it', () => {
    const ticket = make(waitsForExtra(), 'zhou', 'withdrawExtra', { note: '用户不在' }, at10)
    expect([ticket.face, ticket.visits[0]!.extras[0]!.answer?.how]).toEqual(['onsite', 'withdrawn'])
    expect(titles(ticket)).toContain('增项已撤回')
  })

  it('given a question to the customer, when he answers by phone, then the office records it with photos and verifies', () => {
    const asked = make(submitted(), 'shen', 'askInfo', { asked: '报警号' }, at('2026-11-23T10:00'))
    const media = [{ id: 'screen', kind: 'photo', slot: '报警' }]
    const input = { text: '2025 号', ...said(at('2026-11-23T10:20')), media }
    const ticket = make(asked, 'shen', 'supplementSaid', input, at('2026-11-23T10:30'))
    expect([ticket.face, ticket.media.map(({ id }) => id)]).toEqual(['submitted', ['screen']])
    expect(offered(ticket, 'shen', at('2026-11-23T10:31'))).toContain('verify')
  })

  it('given a signed receipt whose code nobody can give, then paper, exception and a new code are there, and the receipt stays', () => {
    const ticket = signed()
    const now = at('2026-11-27T12:00')
    expect(offered(ticket, 'zhou', now)).toEqual(expect.arrayContaining(['leaveOnPaper', 'askException']))
    const renewed = make(ticket, 'shen', 'renewCodeSaid', said(now), now)
    expect(renewed.visits[0]!.receipt!.codeAt).toBe(now)
    const photo = {
      signer: '王工',
      post: '班长',
      phone: '13800000009',
      media: [{ id: 'p', kind: 'photo', slot: '' }],
    }
    const paper = make(ticket, 'zhou', 'leaveOnPaper', photo, now)
    expect(paper.visits[0]!.receipt).toEqual(ticket.visits[0]!.receipt)
    const back = make(paper, 'shen', 'rejectPaper', { note: '没有签过' }, now)
    expect([back.face, back.visits[0]!.receipt?.form]).toEqual(['wait_sign', 'phone'])
    expect(offered(back, 'zhou', now)).not.toContain('report')
    const asked = make(ticket, 'zhou', 'askException', { reason: '没有人', media: [] }, now)
    expect(make(asked, 'fang', 'allowException', { note: '同意' }, now).state).toBe('left')
  })

  it.each([
    ['submitted', submitted()],
    ['preparing', prepared()],
  ] as const)(
    'given %s, when the customer cancels by phone, then the office ends it and says who said so',
    (_face, ticket) => {
      const now = at('2026-11-24T17:00')
      const over = make(ticket, 'shen', 'cancelSaid', { reason: 'solved', note: '', ...said(now) }, now)
      expect([over.state, last(over).words]).toEqual([
        'cancelled',
        '李国强 11月24日(周二)17:00 电话说「就这样办」:已取消:已自行解决',
      ])
    },
  )

  it('given a price that is refused by phone, then it is refused, and the office may end the ticket', () => {
    const now = at('2026-11-23T10:30')
    const verified = make(submitted(), 'shen', 'verify', inputsOf.verify, at('2026-11-23T10:00'))
    const ticket = make(verified, 'shen', 'refuseQuoteSaid', { note: '太贵', ...said(now) }, now)
    expect(ticket.quote!.answer).toMatchObject({ ok: false, by: { name: '李国强' } })
    expect(offered(ticket, 'shen', now)).toEqual(expect.arrayContaining(['cancelSaid', 'endUnreached']))
  })

  it('given an engineer on the road, then no phone call cancels it', () => {
    const road = make(prepared(), 'zhou', 'depart', inputsOf.depart, at('2026-11-25T07:50'))
    const now = at('2026-11-25T08:00')
    const input = { reason: 'solved', note: '', ...said(now) }
    expect(ask(road, 'shen', 'cancelSaid', input, now)).toMatchObject({
      ok: false,
      refusal: { code: 'BLOCKED' },
    })
  })
})

describe('an objection', () => {
  const now = at('2026-11-24T17:00')
  const over = () => make(prepared(), 'shen', 'cancelSaid', { reason: 'solved', note: '', ...said(now) }, now)

  it('given a cancellation by phone, when the customer says he never said so, then the manager has it, and finding him right goes on', () => {
    const objected = make(over(), 'sun', 'objectTo', { note: '我没有打过电话' }, now + 60_000)
    expect(objected.asks).toMatchObject([{ kind: 'objection', role: 'manager' }])
    expect(objected.askManager).not.toBeNull()
    const wrong = make(
      objected,
      'fang',
      'settleObjection',
      { finding: 'wrong', note: '记错了单' },
      now + 120_000,
    )
    expect([wrong.state, wrong.closedAt, wrong.asks]).toEqual(['verified', null, []])
    const stands = make(
      objected,
      'fang',
      'settleObjection',
      { finding: 'stands', note: '有录音' },
      now + 120_000,
    )
    expect(stands.state).toBe('cancelled')
  })

  it('given three working days, then it may be objected to until then and not after', () => {
    expect(offered(over(), 'sun', at('2026-11-27T17:29'))).toContain('objectTo')
    expect(offered(over(), 'sun', at('2026-11-27T17:31'))).not.toContain('objectTo')
  })

  it('given nothing recorded, or what was objected to already, then there is nothing to object to', () => {
    expect(offered(submitted(), 'sun', now)).not.toContain('objectTo')
    const once = make(over(), 'sun', 'objectTo', { note: '不是我' }, now)
    expect(offered(once, 'sun', now)).not.toContain('objectTo')
  })

  it('given a customer whom nobody reaches, then the office ends it, and an objection makes it go on', () => {
    const verified = make(
      submitted(),
      'shen',
      'verify',
      { ...inputsOf.verify, siteByPhone: false },
      at('2026-11-23T10:00'),
    )
    const ended = make(verified, 'shen', 'endUnreached', { tried: '打了五次' }, now)
    expect([ended.state, titles(ended)]).toEqual(['cancelled', expect.arrayContaining(['工单已结束'])])
    const objected = make(ended, 'sun', 'objectTo', { note: '我出差了' }, now)
    expect(make(objected, 'fang', 'settleObjection', { finding: 'wrong', note: '通了话' }, now).state).toBe(
      'site_ready',
    )
  })
})
