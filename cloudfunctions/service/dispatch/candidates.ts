// dispatch.candidates: the ticket, and who could go, best first, with the reason for the rank in words.
import { relationsTo } from '../../../miniprogram/domain/people'
import { Refused } from '../../../miniprogram/domain/refusals'
import { isoDay } from '../../../miniprogram/domain/format'
import { isWorkday, startOfDay } from '../../../miniprogram/domain/working-time'
import type { Candidate } from '../../../typings/contract'
import { tickets } from '../../store/collections'
import type { PersonRecord, TicketRecord } from '../../store/records'
import type { Action } from '../action'
import { personOf, staff as staffOnly } from '../caller'
import { factsOf, staffOnDuty, withRole } from '../staff-on-duty'
import { viewFor } from '../ticket/view'

const DAY = 24 * 3600_000

export const candidates: Action<'dispatch.candidates'> = async (caller, { id }) => {
  const [person, ticket, staff] = await Promise.all([
    staffOnly(caller, 'coordinator', 'manager'),
    tickets.get(id),
    staffOnDuty(),
  ])
  if (!ticket || relationsTo(personOf(person), ticket).length === 0) throw new Refused('NOT_FOUND')
  const engineers = withRole(staff, 'engineer')
  const facts = factsOf(staff, null)
  const [view, running, before] = await Promise.all([
    viewFor(ticket, { person, staff, facts, now: caller.now }),
    tickets.find({ lead: { in: engineers.map((one) => one._id) } }, { limit: 500, only: ['lead', 'visits'] }),
    tickets.find({ 'equipment.id': ticket.equipment.id }, { limit: 100, only: ['lastLead'] }),
  ])
  const days = nextWorkdays(caller.now, 5)
  const rows = engineers.map((engineer) =>
    candidate(
      engineer,
      ticket,
      running.filter((one) => one.lead === engineer._id),
      before,
      days,
    ),
  )
  rows.sort((a, b) => b.fit - a.fit || a.item.open - b.item.open)
  return { ticket: view, items: rows.map((row) => row.item) }
}

function nextWorkdays(now: number, count: number): number[] {
  const days: number[] = []
  for (let day = startOfDay(now); days.length < count; day += DAY) if (isWorkday(day)) days.push(day)
  return days
}

function candidate(
  engineer: PersonRecord,
  ticket: TicketRecord,
  running: TicketRecord[],
  before: TicketRecord[],
  days: number[],
): { item: Candidate; fit: number } {
  const visits = running.flatMap((one) => one.visits.slice(-1))
  const load = days.map((day) => ({
    day: isoDay(day),
    jobs: visits.filter((visit) => startOfDay(visit.arriveBy) <= day && visit.finishBy >= day).length,
  }))
  const skilled = engineer.skills.some((skill) => ticket.equipment.model.includes(skill))
  const knows = before.some((one) => one.lastLead === engineer._id)
  const near = engineer.base !== '' && ticket.companyName.includes(engineer.base)
  const free = load.filter((day) => day.jobs === 0).length
  const reasons = [
    ...(skilled ? ['技能符合'] : []),
    ...(knows ? ['修过这台'] : []),
    ...(near ? ['同城'] : []),
    `近 5 天空 ${free} 天`,
  ]
  const { _id: pid, name, title, skills, base } = engineer
  const fit = (skilled ? 4 : 0) + (knows ? 3 : 0) + (near ? 2 : 0) + free / 5
  return { item: { pid, name, title, skills, base, load, open: running.length, reasons }, fit }
}
