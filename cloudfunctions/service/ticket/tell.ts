// What a new or changed ticket has to tell.
import type { Tell, Ticket } from '../../../miniprogram/domain/ticket/ticket'
import type { PersonRecord } from '../../store/records'
import { tell } from '../record/tell'
import { ticketKept } from './kept'

/** Tells what a change has to tell: reads the customer's people only when one of them is concerned. */
export const tellTicket = (
  ticket: Ticket,
  tells: readonly Tell[],
  staff: readonly PersonRecord[],
  now: number,
): Promise<void> => tell(ticketKept, ticket, tells, staff, now)
