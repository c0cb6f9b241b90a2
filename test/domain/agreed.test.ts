// What was agreed, signed or accepted stands, and what the customer states in it has consequences (第四、十九条).
import { fillTemplate } from '../../miniprogram/domain/ticket/message'
import { agreedPrice } from '../../miniprogram/domain/ticket/parts'
import { ask, at, inputsOf, make, prepared } from './world'
import type { Ticket } from '../../miniprogram/domain/ticket/ticket'

const quote = (amount: number) => ({ lines: [{ name: '主轴', amount }], note: '' })

/** Arrived, with the price of the verification agreed to. */
function onsite(): Ticket {
  const ticket = make(prepared(), 'zhou', 'depart', inputsOf.depart, at('2026-11-25T07:50'))
  return make(ticket, 'zhou', 'arrive', inputsOf.arrive, at('2026-11-25T08:50'))
}
function signed(more: object): Ticket {
  const ticket = make(onsite(), 'zhou', 'report', inputsOf.report, at('2026-11-25T10:00'))
  return make(ticket, 'li', 'sign', { ...inputsOf.sign, ...more }, at('2026-11-25T10:10'))
}
const leaves = (ticket: Ticket): Ticket =>
  make(ticket, 'zhou', 'leave', { code: ticket.visits[0]!.receipt!.code }, at('2026-11-25T10:15'))

describe('what was agreed stands', () => {
  it('given an agreed price, when a higher one is proposed on site, then the first stands until the second is agreed to', () => {
    let ticket = make(onsite(), 'shen', 'sendQuote', quote(9800), at('2026-11-25T09:00'))
    expect(agreedPrice(ticket.quote)).toMatchObject({ total: 1200 })
    ticket = make(ticket, 'li', 'refuseQuote', { note: '太贵' }, at('2026-11-25T09:10'))
    expect(agreedPrice(ticket.quote)).toMatchObject({ total: 1200 })
    ticket = make(ticket, 'shen', 'sendQuote', quote(3000), at('2026-11-25T09:20'))
    ticket = make(ticket, 'li', 'acceptQuote', {}, at('2026-11-25T09:30'))
    expect(agreedPrice(ticket.quote)).toMatchObject({ total: 3000 })
  })

  it('given a price that waits, then the ticket does not close before it is answered, and it can be answered when he has left', () => {
    let ticket = leaves(make(signed({}), 'shen', 'sendQuote', quote(9800), at('2026-11-25T10:12')))
    ticket = make(ticket, 'li', 'rate', inputsOf.rate, at('2026-11-25T11:00'))
    const closing = ask(ticket, 'shen', 'close', inputsOf.close, at('2026-11-26T09:00'))
    expect(closing).toMatchObject({
      refusal: { article: '4', words: '还不能关闭：费用 ¥9,800 客户还没有答复' },
    })
    ticket = make(ticket, 'li', 'refuseQuote', { note: '没说过' }, at('2026-11-26T09:10'))
    expect(make(ticket, 'shen', 'close', inputsOf.close, at('2026-11-26T09:20')).state).toBe('closed')
  })
})

describe('what a receipt states', () => {
  it('given a receipt that says the machine does not run, then manager and office hear it, and he is sent again', () => {
    const ticket = signed({ running: false, note: '没恢复运行，不同意完工' })
    const told = ticket.untold.filter((one) => one.title === '回执有异议').map((one) => one.to)
    expect(told).toEqual(expect.arrayContaining([{ role: 'manager' }, { role: 'coordinator' }]))
    expect(leaves(ticket).state).toBe('verified')
  })

  it('given a receipt in order, then it is over, and nobody hears of a doubt', () => {
    const ticket = signed({})
    expect(ticket.untold.map((one) => one.title)).not.toContain('回执有异议')
    expect(leaves(ticket).state).toBe('left')
  })
})

describe('a card’s fields say what their labels say', () => {
  const card = (ticket: Ticket) =>
    fillTemplate(ticket, { template: 'T2', title: '', words: '' }, '', at('2026-11-25T12:00'))
  it('given one on the road, then 到达时间 is when he comes; given one who is there, then when he came', () => {
    const road = make(prepared(), 'zhou', 'depart', inputsOf.depart, at('2026-11-25T07:50'))
    expect(card(road).time2).toMatch(/8:50/)
    const there = make(road, 'zhou', 'arrive', inputsOf.arrive, at('2026-11-25T08:40'))
    expect(card(there).time2).toMatch(/8:40/)
  })
})
