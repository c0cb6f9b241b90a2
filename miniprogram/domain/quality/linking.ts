// A ticket as an 8D keeps it, and what D2 is written from.
import { isoDay } from '../calendar/format'
import type { Ticket } from '../ticket/ticket'
import type { LinkedTicket } from './record'
import type { Happening } from './start'

/** Photos of one ticket on a record; all of them stand on the ticket. */
const PHOTOS = 6

/** No words of the customer about people, no number, no prices: what it was, where and when, with its photos. */
export const linkOf = (ticket: Ticket): LinkedTicket => ({
  id: ticket._id,
  no: ticket.no,
  title: `${ticket.equipment.model} · ${ticket.subject}`,
  companyName: ticket.companyName,
  day: isoDay(ticket.requestedAt),
  photos: ticket.media
    .flatMap(({ id, kind, fileId, internal }) =>
      kind === 'photo' && fileId && !internal ? [{ id, fileId }] : [],
    )
    .slice(0, PHOTOS),
})

export const happenedTo = (ticket: Ticket): Happening => ({
  companyName: ticket.companyName,
  model: ticket.equipment.model,
  serial: ticket.equipment.serial,
  day: isoDay(ticket.requestedAt),
  downtimeHours: 0,
})

/** Of a case of the statistics; `downtime` in minutes. */
export const happenedIn = (one: Omit<Happening, 'downtimeHours'> & { downtime: number }): Happening => ({
  companyName: one.companyName,
  model: one.model,
  serial: one.serial,
  day: one.day,
  downtimeHours: one.downtime / 60,
})
