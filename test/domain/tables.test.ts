import { defaults, inWords } from '../../miniprogram/domain/company/settings'
import { complaint } from '../../miniprogram/domain/complaint/complaint'
import { articles, chapters, customerArticles } from '../../miniprogram/domain/company/articles'
import { faultLeaves } from '../../miniprogram/domain/company/fault-tree'
import { inputErrors, moveErrors, moveInputs } from '../../miniprogram/domain/door/inputs'
import { inquiry } from '../../miniprogram/domain/inquiry/inquiry'
import { installation } from '../../miniprogram/domain/subjects'
import { repair } from '../../miniprogram/domain/subjects'
import { templates } from '../../miniprogram/domain/company/templates'
import { fillTemplate } from '../../miniprogram/domain/ticket/message'
import { visit } from '../../miniprogram/domain/subjects'
import { warrantyAt } from '../../miniprogram/domain/charge/warranty'
import { at, inputsOf, make, signed, submitted } from './world'

const now = Date.parse('2026-11-23T10:00:00+08:00')

const leave = (ticket: ReturnType<typeof signed>) =>
  make(ticket, 'zhou', 'leave', { code: '012345' }, at('2026-11-25T11:30'))

const lifecycles = [repair, installation, inquiry, complaint, visit]

describe('the tables', () => {
  it('every move leads between states that exist and every state is reached', () => {
    for (const { title, states, moves, start } of lifecycles) {
      const known = Object.keys(states)
      const reached = new Set<string>([start, 'visiting', 'left', 'followup', 'gm_review'])
      for (const move of Object.values(moves)) {
        const to = move.to ? [move.to] : []
        expect([...move.from, ...to].filter((state) => !known.includes(state))).toEqual([])
        for (const state of to) reached.add(state)
      }
      expect([title, known.filter((state) => !reached.has(state))]).toEqual([
        title,
        title === '安装调试' ? ['remote'] : [],
      ])
    }
  })

  it('every move that takes something stands in a table of tickets or in that of visits, never in both', () => {
    for (const name of Object.keys(moveInputs))
      expect([
        name,
        [repair, installation, inquiry, complaint].some(({ moves }) => name in moves) !== name in visit.moves,
      ]).toEqual([name, true])
  })

  it('every state says words for both sides, a phrase of at most five characters and what comes next', () => {
    for (const { states } of lifecycles)
      for (const row of Object.values(states)) {
        const said = [row.customer, row.staff, inWords(row.next, defaults)]
        expect(said.every((words) => words.length > 0)).toBe(true)
        expect(row.phrase.length).toBeLessThanOrEqual(5)
      }
  })

  it('the fault tree has 11 classes, 31 groups and 87 leaves, each code once', () => {
    expect(new Set(faultLeaves.map(({ path }) => path[0])).size).toBe(11)
    expect(new Set(faultLeaves.map(({ code }) => code.split('-').slice(0, 2).join('-'))).size).toBe(31)
    expect([faultLeaves.length, new Set(faultLeaves.map(({ code }) => code)).size]).toEqual([87, 87])
  })

  it('the text of the rules holds every article once and customers read only articles that exist', () => {
    const keys = chapters.flatMap((chapter) => chapter.keys)
    expect([...keys].sort()).toEqual(Object.keys(articles).sort())
    expect(customerArticles.filter((key) => !(key in articles))).toEqual([])
  })

  it('every message of the story fits the limits of its template', () => {
    const start = { ...submitted(), companyName: '一家名字特别特别特别特别长的精密机械制造有限公司' }
    const told = leave(signed(start)).untold
    expect(told.length).toBeGreaterThan(8)
    for (const tell of told) {
      const fields = fillTemplate(start, tell, '待评价', at('2026-11-25T11:30'))
      expect(Object.keys(fields)).toEqual(Object.keys(templates[tell.template].fields))
      for (const [key, value] of Object.entries(fields))
        expect([tell.id, key, value, value.length <= limitOf(key)]).toEqual([tell.id, key, value, true])
    }
  })

  it('free or paid follows the last day of 三包, that day included', () => {
    expect(warrantyAt('2026-12-15', at('2026-11-23T09:40'))).toEqual({
      free: true,
      words: '三包期内·剩 22 天',
    })
    expect(warrantyAt('2026-11-23', at('2026-11-23T23:59')).free).toBe(true)
    expect(warrantyAt('2026-11-22', at('2026-11-23T00:00'))).toEqual({ free: false, words: '三包期外' })
  })
})

describe('what is typed', () => {
  const request = {
    kind: 'repair',
    key: 'abcdefgh',
    equipmentId: 'e1',
    symptom: 'alarm',
    description: '报警',
    production: 'stopped',
    contactName: '孙小兵',
    contactPhone: '13800000001',
    wish: 'asap',
    wishAt: null,
    media: [],
  } as const

  it('a complete request has no errors', () => expect(inputErrors('ticket.submit', request, now)).toEqual({}))
  it('without photo, voice and words the person is asked for one of them', () =>
    expect(inputErrors('ticket.submit', { ...request, description: ' ' }, now)).toEqual({
      description: '照片、语音、文字至少一项',
    }))
  it('an unknown key is refused', () =>
    expect(Object.keys(inputErrors('ticket.submit', { ...request, state: 'closed' }, now))).toEqual([
      'state',
    ]))
  it('an object where a string belongs is refused', () =>
    expect(
      Object.keys(inputErrors('ticket.submit', { ...request, equipmentId: { $ne: null } }, now)),
    ).toEqual(['equipmentId']))
  it('a phone number is explained', () =>
    expect(inputErrors('ticket.submit', { ...request, contactPhone: '123' }, now)).toEqual({
      contactPhone: '请填写手机号或带区号的座机，分机写在最后；境外号码以 + 开头',
    }))
  it('a report without a leaf of the fault tree is refused with the way out', () =>
    expect(moveErrors('report', { ...inputsOf.report, fault: 'AX' }, now)).toEqual({
      fault: '请选到第三级故障,或选『未复现』并拍照说明',
    }))
})

function limitOf(key: string): number {
  if (key.startsWith('thing')) return 20
  if (key.startsWith('phrase')) return 5
  return key.startsWith('name') ? 10 : 32
}
