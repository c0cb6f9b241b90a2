import * as v from 'valibot'
import { defaults } from '../../miniprogram/domain/company/settings'
import { addDays, addMonths, isoDay } from '../../miniprogram/domain/calendar/days'
import { DAY, HOUR, MINUTE } from '../../miniprogram/domain/calendar/units'
import { inputErrors, inputs, moveErrors, moveInputs } from '../../miniprogram/domain/door/inputs'
import { judge } from '../../miniprogram/domain/form/judge'
import { d8MoveInputs } from '../../miniprogram/domain/quality/inputs'
import { believed } from '../../miniprogram/domain/ticket/happened'
import { complainingAbout, installing, submission } from './world'

const { request } = submission()
const machine = installing().request

const now = Date.parse('2026-11-23T10:00:00+08:00')
const today = isoDay(now)
const chinese = /^[^A-Za-z]*\p{Script=Han}[^A-Za-z]*$/u

interface Field {
  path: string
  form: 'date' | 'time'
  schema: v.GenericSchema
}

/** Every date and time that a schema takes, wherever in it. */
function datesIn(schema: v.GenericSchema, path: string): Field[] {
  const { form } = v.getMetadata(schema) as { form?: string }
  if (form === 'date' || form === 'time') return [{ path, form, schema }]
  const { entries, wrapped, item, options } = schema as {
    entries?: Record<string, v.GenericSchema>
    wrapped?: v.GenericSchema
    item?: v.GenericSchema
    options?: unknown[]
  }
  const within: [string, v.GenericSchema][] = [
    ...Object.entries(entries ?? {}),
    ...(wrapped ? [['', wrapped] as [string, v.GenericSchema]] : []),
    ...(item ? [['[]', item] as [string, v.GenericSchema]] : []),
    ...(options ?? []).flatMap((one, i): [string, v.GenericSchema][] =>
      typeof one === 'object' && one !== null && 'kind' in one ? [[`(${i})`, one as v.GenericSchema]] : [],
    ),
  ]
  return within.flatMap(([key, part]) => datesIn(part, key === '' ? path : `${path}.${key}`))
}

const all = [
  ...Object.entries(inputs),
  ...Object.entries(moveInputs).map(([name, schema]) => [`move ${name}`, schema] as const),
  ...Object.entries(d8MoveInputs).map(([name, schema]) => [`d8 ${name}`, schema] as const),
].flatMap(([name, schema]) => datesIn(schema, name))

const wrongDays = [
  '2026-13-45',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '1970-01-01',
  '',
  '今天',
  '2026-11-23T10:00',
  NaN,
  null,
]
const wrongTimes = [
  NaN,
  '',
  '2026-11-23',
  -1,
  0,
  1000,
  0.5,
  now + 0.5,
  253402271999000,
  8.64e15,
  Infinity,
  null,
]

describe('every date and time of every action and move', () => {
  it('given the schemas, then they are found', () => {
    expect(all.length).toBeGreaterThan(40)
    expect(all.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'dispatch.board.from',
        'staff.absence.to',
        'archive.list.from',
        'export.make.(0).filter.from',
        'move siteNotReady.readyOn',
        'move setPlan.steps.[].planned',
        'move askTrip.legs.[].departAt',
        'd8 addTask.due',
      ]),
    )
  })

  it.each(all.map(({ path, form, schema }) => [path, form, schema] as const))(
    'given %s, when it is no day, or a day of another age, then it is refused in Chinese',
    (_path, form, schema) => {
      for (const wrong of form === 'date' ? wrongDays : wrongTimes) {
        const judged = judge(schema, wrong, now)
        if (judged.ok) throw new Error(`${String(wrong)} is taken`)
        for (const words of Object.values(judged.fields)) expect(words).toMatch(chinese)
      }
    },
  )

  it.each(all.map(({ path, form, schema }) => [path, form, schema] as const))(
    'given %s, then an hour from now, or today, is well',
    (_path, form, schema) => {
      // a request is always of the past
      const past = ['客户提出的时间', '什么时候说的'].includes(v.getTitle(schema) ?? '')
      const value = form === 'date' ? today : past ? now : now + HOUR
      expect(judge(schema, value, now)).toEqual({ ok: true, output: value })
    },
  )

  it('given 2026-02-30, then the words say what is wrong with it', () => {
    expect(moveErrors('siteNotReady', { readyOn: '2026-02-30', note: '' }, now)).toEqual({
      readyOn: '预计具备日期不是有效日期',
    })
  })
})

describe('ranges from now, and order', () => {
  it.each([
    ['9999-12-31', '预计具备日期应在 2000 年到 2099 年之间'],
    [addDays(today, -1), '预计具备日期不能早于今天'],
    [addMonths(today, 13), '预计具备日期不能晚于 2027年11月24日'],
  ])('given a site that is ready on %s, then 「%s」', (readyOn, words) => {
    expect(moveErrors('siteNotReady', { readyOn, note: '' }, now)).toEqual({ readyOn: words })
  })

  it('given a spare part that came in 2020, then it is not awaited', () => {
    expect(moveErrors('waitPart', { name: '编码器', eta: '2020-01-01' }, now)).toEqual({
      eta: '预计到货不能早于今天',
    })
  })

  it('given a call-back yesterday, then it is to come', () => {
    const asked = { ...complainingAbout('zhou').request, callAt: now - DAY }
    expect(inputErrors('ticket.submit', asked, now)).toEqual({ callAt: '方便接电话的时间应在现在之后' })
  })

  it('given an installation in 2020, or a site that is ready before the machine arrives, then it is said', () => {
    const asked = { ...machine, arrivalOn: '2020-05-01', readyOn: '2020-05-02' }
    expect(inputErrors('ticket.submit', asked, now)).toEqual({
      arrivalOn: '到货日期不能早于 2025年11月22日',
      readyOn: '现场就绪日期不能早于 2025年11月22日',
    })
    expect(
      inputErrors('ticket.submit', { ...machine, arrivalOn: '2026-12-02', readyOn: '2026-12-01' }, now),
    ).toEqual({ readyOn: '现场就绪日期应在到货日期当天或以后' })
  })

  it('given 今天下午 on a Friday at 17:40, or on a Saturday, then another time is asked for; at 17:29 it is well', () => {
    const asked = { ...request, wish: 'today' }
    const at = (time: string) => inputErrors('ticket.submit', asked, Date.parse(`2026-11-${time}:00+08:00`))
    expect(at('27T17:40')).toEqual({ wish: '今天已经没有工作时间了，请选别的时间' })
    expect(at('28T09:00')).toHaveProperty('wish')
    expect(at('27T17:29')).toEqual({})
  })

  it('given what a customer said in 1970, in an hour, or three minutes ahead of the door, then only the last is taken', () => {
    const entry = (requestedAt: number) => ({
      ...{ companyId: 'c1', ownerPid: null, source: 'phone', letterNo: '', special: '', despite: false },
      ...{ requestedAt, request },
    })
    const errors = (requestedAt: number) => inputErrors('ticket.enter', entry(requestedAt), now)
    expect(errors(1000)).toHaveProperty('requestedAt')
    expect(errors(now - 3 * 366 * DAY).requestedAt).toMatch(/^客户提出的时间不能早于 2024年/)
    expect(errors(now + HOUR)).toEqual({ requestedAt: '客户提出的时间不能在现在之后' })
    expect(errors(now + 3 * MINUTE)).toEqual({})
  })

  it('given what is inside another form, then the words stand under its own field', () => {
    const leg = (departAt: number) => ({ from: '苏州厂', to: '澄远', by: '汽车', departAt })
    const asked = {
      ...{ task: '修', finishBy: now + DAY, costs: [{ name: '交通', amount: 60 }] },
      legs: [leg(now + HOUR), leg(now + 500 * DAY)],
    }
    expect(Object.keys(moveErrors('askTrip', asked, now))).toEqual(['legs.1.departAt'])
  })

  it('given an absence that ends before it begins, or lasts for years, then it is said', () => {
    const away = (from: string, to: string) =>
      inputErrors('staff.absence', { pid: 'p', from, to, reason: '年假', remove: false }, now)
    expect(away('2026-11-25', '2026-11-24')).toEqual({ to: '结束日期不能早于开始日期' })
    expect(away('2026-11-25', '2028-01-01')).toEqual({ to: '一次最多登记一年' })
    expect(away('2026-11-25', '2027-11-24')).toEqual({})
  })

  it('given an archive or an 8D from a later day to an earlier one, then it is said', () => {
    const wrong = { from: '2026-11-25', to: '2026-11-24' }
    expect(inputErrors('archive.list', wrong, now)).toHaveProperty('to')
    expect(inputErrors('export.make', { what: 'archive', filter: wrong }, now)).toHaveProperty(['filter.to'])
    expect(inputErrors('archive.list', { from: '2026-11-24' }, now)).toEqual({})
    expect(inputErrors('d8.prepare', wrong, now)).toHaveProperty('to')
  })

  it('given a phone whose clock is years wrong, then what it did is not lost: the upload counts', () => {
    const asked = { id: 't1', key: 'key-12345', move: 'arrive', visit: null, input: {} }
    for (const doneAt of [0, -5, 4e15]) {
      expect(inputErrors('ticket.move', { ...asked, doneAt }, now)).toEqual({})
      expect(believed({ now, doneAt, settings: defaults })).toBe(now)
    }
    expect(believed({ now, doneAt: now - DAY, settings: defaults })).toBe(now - DAY)
  })
})
