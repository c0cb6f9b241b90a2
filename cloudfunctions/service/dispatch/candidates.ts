// dispatch.candidates: who could go, best first, with the reason for the rank in words.
import { isoDay } from '../../../miniprogram/domain/calendar/format'
import { present, type Fields, type Seen } from '../../../miniprogram/domain/sight/present'
import { sightOfPerson } from '../../../miniprogram/domain/sight/readers'
import type { Candidate } from '../../../typings/contract'
import type { PersonRecord, TicketRecord } from '../../store/records'
import type { Action } from '../action'
import { staff as staffOnly } from '../caller'
import { factsFor } from '../facts'
import { absenceOn, staffOnDuty } from '../staff-on-duty'
import { findFor } from '../ticket/known'
import { seen } from '../ticket/seen'
import { viewFor } from '../ticket/view'
import { isField, isOnJob, nextWorkdays, runningJobs } from './jobs'

export const candidates: Action<'dispatch.candidates'> = async (caller, { id }) => {
  const [person, ticket, staff, running] = await Promise.all([
    staffOnly(caller, 'coordinator', 'manager'),
    seen(caller, id),
    staffOnDuty(),
    runningJobs(caller.pid),
  ])
  const facts = await factsFor(ticket, staff, caller.now)
  const [before, view] = await Promise.all([
    findFor(caller.pid, { 'equipment.id': ticket.equipment.id }, { limit: 100, only: ['lastLead'] }),
    viewFor(ticket, { person, staff, facts, now: caller.now }),
  ])
  const days = nextWorkdays(caller.now, facts.settings.freeDays)
  const rows = staff.filter(isField).map((one) => candidate(one, ticket, running, before, days))
  const sorted = rows.sort((a, b) => b.fit - a.fit || a.item.open - b.item.open)
  const sight = sightOfPerson(person)
  return { ticket: view, items: sorted.map(({ item }) => present(fields, { item, sight })) }
}

interface OnCandidate extends Seen {
  item: Candidate
}

const fields: Fields<Candidate, OnCandidate> = {
  pid: ['identity', ({ item }) => item.pid],
  name: ['identity', ({ item }) => item.name],
  title: ['identity', ({ item }) => item.title],
  skills: ['staffList', ({ item }) => item.skills, []],
  base: ['staffList', ({ item }) => item.base, ''],
  load: ['staffList', ({ item }) => item.load, []],
  open: ['staffList', ({ item }) => item.open, 0],
  workshop: ['staffList', ({ item }) => item.workshop, false],
  reasons: ['staffList', ({ item }) => item.reasons, []],
}

function candidate(
  person: PersonRecord,
  ticket: TicketRecord,
  running: TicketRecord[],
  before: TicketRecord[],
  days: number[],
): { item: Candidate; fit: number } {
  const jobs = running.filter((one) => isOnJob(one, person._id))
  const visits = jobs.map((one) => one.visits[one.visits.length - 1]!)
  const load = days.map((day) => ({
    day: isoDay(day),
    jobs: visits.filter(({ arriveBy, finishBy }) => isoDay(arriveBy) <= isoDay(day) && finishBy >= day)
      .length,
    absent: absenceOn(person, isoDay(day)),
  }))
  const workshop = person.roles.includes('workshop')
  const skilled = person.skills.some(
    (skill) => ticket.equipment.model.includes(skill) || ticket.subject.includes(skill),
  )
  const knows = before.some((one) => one.lastLead === person._id)
  const near = person.base !== '' && person.base === ticket.city
  const free = load.filter((day) => day.jobs === 0 && !day.absent).length
  const reasons = [
    ...(workshop ? ['车间人员,须车间同意'] : []),
    ...(skilled ? ['技能符合'] : []),
    ...(knows ? ['修过这台'] : []),
    ...(near ? ['同城'] : []),
    `近 ${days.length} 天空 ${free} 天`,
  ]
  const { _id: pid, name, title, skills, base } = person
  const fit = (skilled ? 4 : 0) + (knows ? 3 : 0) + (near ? 2 : 0) + free / days.length - (workshop ? 20 : 0)
  return { item: { pid, name, title, skills, base, load, open: jobs.length, workshop, reasons }, fit }
}
