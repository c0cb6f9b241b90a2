// A machine's return visit as a list and as its page show it.
import { dayWords, isoDay } from '../../../miniprogram/domain/calendar/format'
import { missedOf, openCalls, type MachineReturn } from '../../../miniprogram/domain/returning/returning'
import { warrantyAt } from '../../../miniprogram/domain/charge/warranty'
import type { ReturnRow, ReturnView } from '../../../typings/contract'

/** Those who plan and make return visits. */
export const callers = ['coordinator', 'manager'] as const

export function rowOf(one: MachineReturn, now: number): ReturnRow {
  const { equipment, companyName, service, dueAt, calls } = one
  return {
    id: one._id,
    title: `${equipment.model} ${equipment.nickname}`.trim(),
    companyName,
    service: [dayWords(service.at), service.subject, service.engineer].filter(Boolean).join('\u00a0· '),
    dueAt,
    due: isoDay(dueAt) <= isoDay(now),
    missed: missedOf(openCalls(calls)),
  }
}

export function viewOf(one: MachineReturn, now: number): ReturnView {
  const { equipment, contact, service, calls } = one
  return {
    ...rowOf(one, now),
    serial: equipment.serial,
    warranty: warrantyAt(equipment.warrantyUntil, now).words,
    contact,
    stars: service.stars,
    ticketId: service.ticketId,
    calls: calls
      .map(({ at, by, outcome, nextAt, note, script }) => ({ at, by, outcome, nextAt, note, script }))
      .reverse(),
  }
}
