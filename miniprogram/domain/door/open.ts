// A request becomes a ticket, with the summary that all rooms together make.
import { requested, type Submission } from '../intake/open'
import type { Ticket } from '../ticket/ticket'
import { summarize } from './lifecycle'

/** A ticket in its first state; verification is due at close of business of the next working day (第十八条第1项). */
export const openTicket = (submission: Submission): Ticket => requested(submission, summarize)
