import { decide, movesFor, type Command } from '../../miniprogram/domain/door/lifecycle'
import type { Ticket } from '../../miniprogram/domain/ticket/ticket'
import { actor, ask, at, facts, inputsOf, make, submitted, type Who } from './world'

const noon = at('2026-11-23T12:00')

function verified(): Ticket {
  const t = make(submitted(), 'shen', 'verify', inputsOf.verify, at('2026-11-23T10:00'))
  return make(t, 'li', 'acceptQuote', {}, at('2026-11-23T10:30'))
}
const assigned = (companions: string[] = []): Ticket =>
  make(verified(), 'fang', 'assign', { ...inputsOf.assign, companions }, at('2026-11-23T11:00'))

function approved(companions: string[] = []): Ticket {
  const t = make(assigned(companions), 'zhou', 'askTrip', inputsOf.askTrip, at('2026-11-23T11:10'))
  return make(t, 'fang', 'approveTrip', { note: '' }, at('2026-11-23T11:20'))
}

/** The one verb that a page offers: the first primary that is not blocked. */
const verb = (ticket: Ticket, who: Who) =>
  movesFor(ticket, actor(who, ticket), noon, facts).find((move) => move.primary && !move.blocked)?.label
const judge = (ticket: Ticket, command: Omit<Command, 'actor'>) =>
  decide(ticket, { ...command, actor: actor('fang', ticket) })
const tellsOf = (before: Ticket, after: Ticket) =>
  after.untold.slice(before.untold.length).map(({ title, words }) => `${title}:${words}`)

describe('who goes, and when he may', () => {
  it('given each step before departure, then the engineer is offered the one that comes next', () => {
    expect(verb(assigned(), 'zhou')).toBe('提交出差申请')
    expect(verb(approved(), 'zhou')).toBe('准备清单')
    expect(verb(make(approved(), 'zhou', 'prepare', inputsOf.prepare, noon), 'zhou')).toBe('出发')
  })

  it('given an item is missing, then the coordinator hears it once, and again only when the reason changes', () => {
    const missing = (why: string) => ({ done: ['p1'], missing: [{ id: 'p4', why }] })
    const start = approved()
    const first = make(start, 'zhou', 'prepare', missing('碟簧组无库存'), noon)
    expect(tellsOf(start, first)).toEqual(['准备缺项:周海 领备件与旧件箱:碟簧组无库存'])
    const again = make(first, 'zhou', 'prepare', { ...missing('碟簧组无库存'), done: ['p1', 'p2'] }, noon)
    expect(tellsOf(first, again)).toEqual([])
    expect(tellsOf(again, make(again, 'zhou', 'prepare', missing('下周才到'), noon))).toHaveLength(1)
  })

  it('given he is elsewhere then, when he is sent, then it is refused with who and when, unless the manager insists', () => {
    const from = at('2026-11-25T08:00')
    const away = [{ pid: 'zhou', from, to: at('2026-11-25T18:00'), words: '已有安排:宁波锐拓模具' }]
    const ticket = verified()
    const command = { move: 'assign' as const, visit: null, key: 'key-clash', now: noon }
    const judged = (despite: boolean) =>
      judge(ticket, { ...command, input: { ...inputsOf.assign, despite }, facts: { ...facts, away } })
    expect(judged(false)).toMatchObject({
      ok: false,
      refusal: { fields: { despite: '周海 11月25日(周三)已有安排:宁波锐拓模具' }, article: '18.2' },
    })
    expect(judged(true).ok).toBe(true)
  })

  it('given a job of the next day, then it is no clash', () => {
    const away = [{ pid: 'zhou', from: at('2026-11-26T08:00'), to: at('2026-11-26T18:00'), words: '' }]
    const command = { move: 'assign' as const, visit: null, key: 'key-free', now: noon }
    expect(judge(verified(), { ...command, input: inputsOf.assign, facts: { ...facts, away } }).ok).toBe(true)
  })
})

describe('somebody of a workshop (第十五条)', () => {
  it('given he is asked for, then the workshop is asked, then he himself, and until then nobody departs', () => {
    const asks = (ticket: Ticket) => ticket.asks.map((one) => one.kind)
    let ticket = make(approved(['han']), 'zhou', 'prepare', inputsOf.prepare, noon)
    expect(asks(ticket)).toEqual(['lend'])
    const depart = () => ask(ticket, 'zhou', 'depart', inputsOf.depart, noon)
    expect(depart()).toMatchObject({
      refusal: { article: '15', words: '还不能出发:韩冬 等车间同意派出' },
    })
    ticket = make(ticket, 'han', 'lend', { helper: 'han', note: '' }, noon)
    expect(asks(ticket)).toEqual(['norms'])
    expect(depart()).toMatchObject({ refusal: { words: '还不能出发:韩冬 还没有接受服务规范' } })
    ticket = make(ticket, 'han', 'acceptNorms', { norms: true }, noon)
    expect(asks(ticket)).toEqual([])
    expect(depart()).toMatchObject({ ok: true })
  })
})
