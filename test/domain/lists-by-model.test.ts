import { openTicket } from '../../miniprogram/domain/door/open'
import { visitOf, type Ticket } from '../../miniprogram/domain/ticket/ticket'
import { ask, at, inputsOf, make, onsite, prepared, submission } from './world'

/** A repair of a machine of this model. */
const on = (model: string): Ticket => {
  const given = submission()
  return openTicket({ ...given, equipment: { ...given.equipment, model } })
}
const first = (n: number, letter: string) => Array.from({ length: n }, (_, i) => `${letter}${i + 1}`)

describe('what a job asks for by kind and model (第十八条第4项, 第十九条第2项)', () => {
  it('given machines of two models, then each engineer packs what his machine needs', () => {
    const labels = (model: string) => visitOf(prepared(on(model)))!.prep.map((item) => item.label)
    expect(labels('V850 立式加工中心')).toHaveLength(6)
    expect(labels('H630 卧式加工中心').slice(6)).toEqual(['液压压力表与接头', '液压密封包'])
  })

  it("given the model's own tool left behind, then departure is locked, and open once it is there", () => {
    const packed = { done: first(7, 'p'), missing: [{ id: 'p8', why: '领不到' }] }
    const short = make(prepared(on('H630 卧式加工中心')), 'zhou', 'prepare', packed, at('2026-11-24T17:00'))
    expect(ask(short, 'zhou', 'depart', inputsOf.depart, at('2026-11-25T07:50'))).toMatchObject({
      refusal: { code: 'BLOCKED', words: '还不能出发:资料、备件、工器具还差 1 项', article: '18.4' },
    })
    const whole = make(short, 'zhou', 'prepare', { done: first(8, 'p'), missing: [] }, at('2026-11-25T07:00'))
    expect(ask(whole, 'zhou', 'depart', inputsOf.depart, at('2026-11-25T07:50')).ok).toBe(true)
  })

  it("given a model's own step not ticked on site, then the record is refused with its name", () => {
    const there = onsite(on('D540 钻攻中心'))
    const record = { ...inputsOf.report, ticks: first(5, 't') }
    expect(ask(there, 'zhou', 'report', record, at('2026-11-25T11:00'))).toMatchObject({
      refusal: { fields: { ticks: '现场清单还没有完成:连续换刀 50 次' } },
    })
    expect(ask(there, 'zhou', 'report', inputsOf.report, at('2026-11-25T11:00')).ok).toBe(true)
  })
})
