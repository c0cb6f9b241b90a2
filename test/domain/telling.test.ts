// Every telling of the tables, met in stories, is sent as WeChat takes it.
import { faceRow } from '../../miniprogram/domain/door/lifecycle'
import { milestones } from '../../miniprogram/domain/installation/parts'
import { openTicket } from '../../miniprogram/domain/door/open'
import { templates } from '../../miniprogram/domain/company/templates'
import { tells } from '../../miniprogram/domain/subjects'
import { fillTemplate } from '../../miniprogram/domain/ticket/message'
import type { Tell, Ticket } from '../../miniprogram/domain/ticket/ticket'
import { wander, type Story } from '../model/play'
import { at, inputsOf, installing, make, onsite } from './world'

const limits: Readonly<Record<string, number>> = {
  thing: 20,
  phrase: 5,
  name: 10,
  character_string: 32,
  time: 20,
}
const limitOf = (key: string): number => limits[key.replace(/\d+$/, '')]!
const nameOf = ({ id }: Tell): string => id.split('-').at(-1)!.replace(/\d+$/, '')

/** The manager does not let the engineer go without a receipt: rare among random stories. */
function unwilling(): { told: Tell[]; ticket: Ticket } {
  let t = make(onsite(), 'zhou', 'report', inputsOf.report, at('2026-11-25T11:00'))
  t = make(t, 'zhou', 'askException', { reason: '无人可签', media: [] }, at('2026-11-25T11:10'))
  t = make(t, 'fang', 'refuseException', { note: '请等到下午' }, at('2026-11-25T11:20'))
  return { told: [...t.untold], ticket: t }
}

/** An installation that is held up: as rare. */
function heldUp(): { told: Tell[]; ticket: Ticket } {
  const free = { ...inputsOf.verify, charge: 'free', estimate: null }
  let t = make(openTicket(installing()), 'shen', 'verify', free, at('2026-11-23T10:00'))
  const steps = Object.keys(milestones).map((key) => ({ key, planned: '2026-11-25' }))
  t = make(t, 'shen', 'setPlan', { steps, reason: '' }, at('2026-11-23T10:30'))
  t = make(t, 'fang', 'assign', inputsOf.assign, at('2026-11-23T11:00'))
  t = make(t, 'zhou', 'askTrip', inputsOf.askTrip, at('2026-11-23T11:10'))
  t = make(t, 'fang', 'approveTrip', { note: '' }, at('2026-11-23T11:20'))
  const done = t.visits[0]!.prep.map((item) => item.id)
  t = make(t, 'zhou', 'prepare', { done, missing: [] }, at('2026-11-24T16:00'))
  t = make(t, 'zhou', 'depart', inputsOf.depart, at('2026-11-25T07:50'))
  t = make(t, 'zhou', 'arrive', inputsOf.arrive, at('2026-11-25T08:50'))
  const report = { done: '就位', tomorrow: '接线', blockers: '缺起重', media: [] }
  t = make(t, 'zhou', 'dayReport', report, at('2026-11-25T17:00'))
  return { told: [...t.untold], ticket: t }
}

/** One telling of each name with its ticket, from as many stories as it takes. */
function everyTelling(most = 1500): Map<string, { tell: Tell; ticket: Ticket }> {
  const found = new Map<string, { tell: Tell; ticket: Ticket }>()
  const note = ({ told, ticket }: Pick<Story, 'told' | 'ticket'>) => {
    for (const tell of told.splice(0)) if (!found.has(nameOf(tell))) found.set(nameOf(tell), { tell, ticket })
  }
  note(unwilling())
  note(heldUp())
  for (let n = 1; n <= most && found.size < Object.keys(tells).length + 1; n++)
    for (const story of wander(n)) note(story)
  return found
}

describe('what people are told', () => {
  const found = everyTelling()

  it('given enough stories, then every telling of the tables was told', () => {
    expect([...found.keys()].sort()).toEqual([...Object.keys(tells), 'submitted'].sort())
  })

  it('given a company with a very long name, then every field of each fits its template’s limits', () => {
    for (const [name, { tell, ticket }] of found) {
      const long = { ...ticket, companyName: '一家名字特别特别特别特别长的精密机械制造有限公司' }
      const fields = fillTemplate(long, tell, faceRow(long.face).phrase, ticket.updatedAt)
      expect([name, Object.keys(fields)]).toEqual([name, Object.keys(templates[tell.template].fields)])
      for (const [key, value] of Object.entries(fields))
        expect([name, key, value, value.length > 0 && value.length <= limitOf(key)]).toEqual([
          name,
          key,
          value,
          true,
        ])
    }
  })

  it('given any telling, then it says something and leads to a page', () => {
    for (const [name, { tell }] of found)
      expect([
        name,
        tell.title.length > 0 && /^\/(customer|field|office)\/\w+\/index\?id=/.test(tell.page),
      ]).toEqual([name, true])
  })
})
