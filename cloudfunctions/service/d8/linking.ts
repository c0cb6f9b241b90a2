// A ticket as an 8D keeps it, and what D2 is written from.
import type { Happening } from '../../../miniprogram/domain/d8/start'
import type { LinkedTicket } from '../../../miniprogram/domain/d8/record'
import { isoDay } from '../../../miniprogram/domain/format'
import type { CaseRecord, TicketRecord } from '../../store/records'

/** Photos of one ticket on a record; all of them stand on the ticket. */
const PHOTOS = 6

/** No words of the customer about people, no number, no prices: what it was, where and when, with its photos. */
export const linkOf = (ticket: TicketRecord): LinkedTicket => ({
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

export const happenedTo = (ticket: TicketRecord): Happening => ({
  companyName: ticket.companyName,
  model: ticket.equipment.model,
  serial: ticket.equipment.serial,
  day: isoDay(ticket.requestedAt),
  downtimeHours: 0,
})

export const happenedIn = ({ companyName, model, serial, day, downtime }: CaseRecord): Happening => ({
  ...{ companyName, model, serial, day },
  downtimeHours: downtime / 60,
})
