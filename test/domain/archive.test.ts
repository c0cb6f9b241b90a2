import { archiveKinds } from '../../miniprogram/domain/archive/parts'
import { archiveOf, archiveWords, hasWords, isTicketNumber } from '../../miniprogram/domain/archive/archive'
import { sightOf } from '../../miniprogram/domain/sight/table'
import { moveInputs } from '../../miniprogram/domain/door/inputs'
import { lifecycles, visit } from '../../miniprogram/domain/subjects'
import type { Ticket } from '../../miniprogram/domain/ticket/ticket'
import { ticketRecords } from '../../demo/tickets'

const demo = ticketRecords()
const told = (ticket: Ticket) => archiveOf(ticket)
const whole = (ticket: Ticket) =>
  told(ticket)
    .map((one) => one.words)
    .join('\n')
const rated = demo.find((one) => one.visits.some((visit) => visit.survey?.stars))!

describe('客户服务档案 of a ticket', () => {
  it('given every ticket of the demo, when its archive is made twice, then ids are unique and the same, newest last by a unique key', () => {
    const first = demo.flatMap(told)
    expect(new Set(first.map((one) => one.id)).size).toBe(first.length)
    expect(new Set(first.map((one) => one.key)).size).toBe(first.length)
    expect(demo.flatMap(told)).toEqual(first)
    for (const { key, at, kind } of first) {
      expect(key.startsWith(String(at).padStart(15, '0'))).toBe(true)
      expect(archiveKinds[kind]).toBeTruthy()
    }
  })

  it('given every move that there is, then its kind is one on purpose', () => {
    const rows = [...Object.values(lifecycles), visit].flatMap(({ moves }) => Object.entries(moves))
    expect([...new Set(rows.map(([name]) => name))].sort()).toEqual(Object.keys(moveInputs).sort())
    expect(rows.filter(([, row]) => !(row.archive in archiveKinds))).toEqual([])
  })

  it('given an answer that was changed and a reminder, then both are of the survey; a return call is a return call', () => {
    const kinds = ['changeRating', 'remindSurvey', 'callBack', 'returnLater', 'closeUnreached', 'correct']
    const events = kinds.map((move) => ({ ...rated.events[0]!, move: move as 'rate' }))
    expect(told({ ...rated, events, visits: [] }).map((one) => one.kind)).toEqual([
      ...['survey', 'survey', 'survey', 'followup', 'followup', 'record'],
    ])
  })

  it('given a ticket that goes on, when its archive is made again, then what was there stays as it was', () => {
    const shorter = { ...rated, events: rated.events.slice(0, -1) }
    expect(told(rated)).toEqual(expect.arrayContaining(told(shorter)))
    expect(told(rated).length).toBe(told(shorter).length + 1)
  })

  it('given a whole repair, then request, visit, record, receipt and survey are there with the words of each', () => {
    const kinds = told(rated).map((one) => one.kind)
    for (const kind of ['request', 'handling', 'visit', 'record', 'receipt', 'survey'] as const)
      expect(kinds).toContain(kind)
    expect(whole(rated)).toContain(rated.description)
    expect(whole(rated)).toContain(rated.visits[0]!.report!.measure)
  })

  it('given a question and a record, then each says its words once', () => {
    const asked = demo.find((one) => one.kind === 'inquiry')!
    const first = told(asked).find((one) => one.id.endsWith('-0'))!
    expect(first.words).toBe(`已提交:${asked.description}`)
    const record = told(rated).find((one) => one.kind === 'record')!
    expect(record.words).not.toContain('故障:')
    expect(record.words).toContain(rated.visits[0]!.report!.cause)
  })

  it('given changed parts, then each is an entry of its own with both serials', () => {
    const ticket = structuredClone(rated)
    ticket.visits[0]!.report!.parts = [
      { name: '拉刀碟簧组', oldSerial: 'A1', newSerial: 'B2', quantity: 1, oldGoes: '带回' },
    ]
    expect(
      told(ticket)
        .filter((one) => one.kind === 'part')
        .map((one) => one.words),
    ).toContain('更换 拉刀碟簧组 ×1,旧 A1,新 B2')
  })

  it('given a complaint about a person, then every entry is hidden from him and belongs to complaints', () => {
    const complaint: Ticket = { ...rated, kind: 'complaint', hiddenFrom: 'p1' }
    expect(told(complaint).every((one) => one.hiddenFrom === 'p1')).toBe(true)
    expect(told(complaint).find((one) => one.id.endsWith('-0'))!.kind).toBe('complaint')
  })

  it('given a number in what the customer wrote, then the archive has it masked', () => {
    const wrote: Ticket = { ...rated, description: '请打13800000001或0512-66668888,序列号 202611230001' }
    expect(whole(wrote)).toContain('138******01')
    expect(whole(wrote)).not.toMatch(/13800000001|66668888/)
    expect(whole(wrote)).toContain('202611230001')
  })

  it.each([
    ['the row of the table says so', { holds: ['price'], plain: '发送报价' }, '发送报价'],
    ['it was kept before rows said so', {}, '费用与延期'],
  ] as const)(
    'given a price in the words since %s, then 质量部 reads the deed alone',
    (_why, more, plain) => {
      const entry = {
        ...told(demo[0]!)[0]!,
        kind: 'cost' as const,
        holds: undefined,
        words: '报价 ¥1,860',
        ...more,
      }
      expect(archiveWords(entry, sightOf(['payer']))).toBe('报价 ¥1,860')
      expect(archiveWords(entry, sightOf(['quality']))).toBe(plain)
      expect(hasWords(entry, '1,860', sightOf(['quality']))).toBe(false)
    },
  )

  it('given words to look for, then any case and any part of an entry is found', () => {
    const [first] = told(rated)
    const sight = sightOf(['coordinator'])
    expect(hasWords(first!, rated.no.toLowerCase(), sight)).toBe(true)
    expect(hasWords(first!, '没有这样的话', sight)).toBe(false)
    expect(isTicketNumber('bx-261123-k7q4')).toBe(true)
    expect(isTicketNumber('K7Q4')).toBe(false)
  })
})
