// What happened to a ticket, in the words that each reader is given.
import { faceRow, moveRow } from '../../../miniprogram/domain/door/lifecycle'
import { relations } from '../../../miniprogram/domain/ticket/people'
import { isTold, saidBy, wordsFor } from '../../../miniprogram/domain/sight/said'
import type { Sight } from '../../../miniprogram/domain/sight/table'
import type { Ticket, TicketEvent } from '../../../miniprogram/domain/ticket/ticket'
import type { TimelineRow } from '../../../typings/contract'

/** An event's words as somebody reads them. */
export const eventWords = (ticket: Ticket, event: TicketEvent, sight: Sight): string =>
  wordsFor(saidBy(event, moveRow(ticket, event.move)), sight)

/** Newest first: what was recorded offline arrives late and stands where it happened. */
export const timelineFor = (ticket: Ticket, sight: Sight): TimelineRow[] =>
  ticket.events
    .filter((event) => isTold(event, sight))
    .reverse()
    .sort((a, b) => b.at - a.at)
    .map((event) => ({
      at: event.at,
      uploadedAt: event.uploadedAt ?? null,
      who: event.instead ? `${event.by.name}(代${relations[event.instead]})` : event.by.name,
      words: eventWords(ticket, event, sight),
      category: faceRow(event.to).category,
    }))
