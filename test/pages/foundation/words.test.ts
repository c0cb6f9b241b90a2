import type { Card, Face } from '../../../typings/contract'
import {
  cardLine,
  cardSentence,
  escalatedWords,
  heroOf,
  hurry,
} from '../../../miniprogram/services/face-words'
import { invitationIn, invitationTyped, serialIn } from '../../../miniprogram/services/scan'
import { pageOfMove } from '../../../miniprogram/services/routes'
import { inBox, isWorth, strokesOf, strokesSvg, strokesText } from '../../../miniprogram/services/strokes'
import { fieldsOf } from '../../../miniprogram/domain/door/fields'
import { emptyInput } from '../../../miniprogram/domain/form/fields'
import { moveErrors } from '../../../miniprogram/domain/door/inputs'

const now = Date.parse('2026-11-23T10:00:00+08:00')

const at = (local: string) => Date.parse(`${local}+08:00`)
const face = (more: Partial<Face> = {}): Face => ({
  code: 'submitted',
  words: '待核实',
  category: 'us',
  holder: { name: '沈晓雯', title: '内勤' },
  due: at('2026-11-24T17:30:00'),
  provisional: false,
  overdue: false,
  minutesLeft: null,
  near: false,
  next: '内勤联系您核实',
  article: '18.1',
  ...more,
})
const monday = at('2026-11-23T09:40:00')

test('the hero says who holds the ticket, until when, and how much working time is left', () => {
  expect(heroOf(face(), 'customer', monday)).toMatchObject({
    holder: { before: '现在由 ', name: '沈晓雯', after: '(内勤) 处理' },
    due: '11月24日(周二)17:30 前',
    left: '还剩 14 小时 50 分(工作时间)',
    overdue: false,
  })
})

test('given a deadline that has passed, the customer reads an apology and the staff a figure', () => {
  const late = face({ due: at('2026-11-23T08:30:00') })
  expect(heroOf(late, 'customer', monday).left).toBe('已超过约定时间 1 小时 10 分,抱歉让您久等')
  expect(hurry(late, 'staff', monday)).toBe('超时 1 小时 10 分')
  expect(hurry(late, 'customer', monday)).toBe('已超时')
})

test('given a late ticket that was reported, the customer reads to whom and until when he calls; once that is past, no time is promised again', () => {
  const late = face({ due: at('2026-11-23T08:30:00') })
  const escalated = { to: '方立新', at: at('2026-11-23T08:31:00'), answerBy: at('2026-11-23T10:30:00') }
  expect(escalatedWords(escalated, late, 'customer', monday)).toBe('已上报 方立新,会在 今天 10:30 前联系您')
  expect(escalatedWords(escalated, late, 'staff', monday)).toBe('已上报 方立新(今天 08:31)')
  expect(escalatedWords(escalated, late, 'customer', at('2026-11-23T11:00:00'))).toBe('已上报 方立新')
  expect(escalatedWords(escalated, face(), 'customer', monday)).toBe('')
})

test('given it is the customer’s own turn, being late is no apology of ours and nobody is named', () => {
  const own = face({ due: at('2026-11-23T08:30:00'), category: 'customer' })
  const escalated = { to: '方立新', at: monday, answerBy: monday }
  expect(heroOf(own, 'customer', monday).left).toBe('已过约定时间,请尽快处理')
  expect(escalatedWords(escalated, own, 'customer', monday)).toBe('')
})

test('given little time left, only the staff is hurried', () => {
  const near = face({ near: true, due: at('2026-11-23T11:30:00') })
  expect(hurry(near, 'staff', monday)).toBe('还剩 1 小时 50 分')
  expect(hurry(near, 'customer', monday)).toBe('')
})

test('a card is one sentence for those who listen', () => {
  const card = { no: 'BX-261123-K7Q4', title: 'V850 立式加工中心 · 报警停机', face: face() } as Card
  expect(cardSentence(card, '报修', 'customer', monday)).toBe(
    '报修 BX-261123-K7Q4,待核实,V850 立式加工中心 · 报警停机,现在由 沈晓雯(内勤) 处理,11月24日 17:30 前',
  )
  expect(cardLine(face({ holder: null, due: null }), 'customer', monday)).toEqual({ holder: '', due: '' })
})

test('an invitation is read from what is typed, pasted or scanned', () => {
  expect(invitationTyped('cy7k3p')).toBe('CY7K-3P')
  expect(invitationTyped(' cy7k 3p9x ')).toBe('CY7K-3P9X')
  expect(invitationIn('https://example.com/join?code=CY7K-3P9X')).toBe('CY7K-3P9X')
  expect(invitationIn('QHV850-2403-016')).toBe('')
})

test('a nameplate is read as it is or from an address', () => {
  expect(serialIn(' qhv850-2403-016 ')).toBe('QHV850-2403-016')
  expect(serialIn('https://example.com/m?s=QHV850-2403-016&v=1')).toBe('QHV850-2403-016')
})

test('each move has its page or is made on a sheet', () => {
  expect(pageOfMove('sign', 't1', 'v1')).toBe('/customer/receipt/index?id=t1&v=v1')
  expect(pageOfMove('verify', 't1', null)).toBe('/office/verify/index?id=t1')
  expect(pageOfMove('askInfo', 't1', null)).toBeNull()
  expect(pageOfMove('depart', 't1', 'v1')).toBeNull()
})

test('a signature keeps its form through the box, whatever the size of the pad', () => {
  expect(inBox(150, 75, 300, 150)).toEqual([300, 150])
  expect(inBox(-5, 999, 300, 150)).toEqual([0, 300])
  const text = '60,180 90,90;10,10'
  expect(strokesText(strokesOf(text))).toBe(text)
  expect(isWorth([[[60, 180]]], [61, 181])).toBe(false)
  expect(isWorth([[[60, 180]]], [70, 181])).toBe(true)
  expect(decodeURIComponent(strokesSvg(text))).toContain('<path d="M60 180L90 90"/>')
})

test('given a signature that goes on and on, it never grows beyond what the receipt takes', () => {
  const strokes: [number, number][][] = [[]]
  for (let i = 0; i < 5000; i++) {
    const next: [number, number] = [(i * 37) % 600, (i * 91) % 300]
    if (isWorth(strokes, next)) strokes[0]?.push(next)
  }
  expect(strokesText(strokes).length).toBeLessThanOrEqual(12000)
})

test('a sheet is made from the schema of its move', () => {
  expect(fieldsOf('askInfo')).toEqual([
    { path: 'asked', label: '请客户补充什么', kind: 'words', max: 200, required: true, options: [] },
  ])
  expect(emptyInput(fieldsOf('decline'))).toEqual({ reason: '' })
  expect(fieldsOf('renewCode')).toEqual([])
  expect(() => fieldsOf('report')).toThrow('needs a page of its own')
})

test('a sheet asks for choices as chips, for times and days by pickers, for a sum in yuan', () => {
  expect(fieldsOf('cancel').map(({ path, kind, required }) => [path, kind, required])).toEqual([
    ['reason', 'choice', true],
    ['note', 'words', false],
  ])
  expect(fieldsOf('cancel')[0]!.options).toContainEqual({ value: 'solved', label: '已自行解决' })
  expect(fieldsOf('askReschedule').map(({ path, kind, required }) => [path, kind, required])).toEqual([
    ['first', 'time', true],
    ['second', 'time', false],
    ['reason', 'words', false],
  ])
  expect(fieldsOf('siteNotReady')[0]).toMatchObject({ kind: 'date', label: '预计具备日期' })
  expect(fieldsOf('acceptNorms')[0]).toMatchObject({ kind: 'flag', required: true })
})

test('given something proposed, a sheet starts from it, and what is not chosen is not sent as chosen', () => {
  const fields = fieldsOf('agreeReschedule')
  expect(emptyInput(fields, { arriveBy: now })).toEqual({ arriveBy: now, finishBy: null })
  expect(moveErrors('agreeReschedule', { arriveBy: now, finishBy: null }, now)).toEqual({
    finishBy: '请选择完成时间',
  })
})
