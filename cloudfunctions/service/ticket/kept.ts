// The ticket as a kind of record: whom its tellings reach, how they read, what the clock has to do.
import { dueAlarms, faceRow, tickets as engine } from '../../../miniprogram/domain/door/lifecycle'
import { isoDay } from '../../../miniprogram/domain/calendar/format'
import type { MoveName } from '../../../miniprogram/domain/subjects'
import { inRole } from '../../../miniprogram/domain/ticket/stand-ins'
import { fillTemplate } from '../../../miniprogram/domain/ticket/message'
import type { Facts } from '../../../miniprogram/domain/ticket/table'
import type { Tell, Ticket } from '../../../miniprogram/domain/ticket/ticket'
import { people, tickets } from '../../store/collections'
import type { PersonRecord } from '../../store/records'
import type { Kept, Letter } from '../record/kept'
import { absenceOn } from '../staff-on-duty'
import { after } from './after'

export const ticketKept: Kept<Ticket, Facts, MoveName, Tell> = {
  engine,
  table: tickets,
  untold: ({ untold }) => untold,
  receivers,
  letter,
  others: customersOf,
  after,
  due: (ticket, now, { settings }) =>
    dueAlarms(ticket, now, settings).map((move) => ({
      ...{ move, part: null, input: {}, key: `${move}-${ticket._id}-${ticket.alarmAt}` },
    })),
}

// Whom a complaint is about is told nothing of it; where nobody of a role is there his stand-in is told.
function receivers(
  { hiddenFrom }: Ticket,
  { to }: Tell,
  all: readonly PersonRecord[],
  now: number,
): PersonRecord[] {
  const today = isoDay(now)
  const isHidden = ({ _id }: PersonRecord) => _id === hiddenFrom
  if ('pid' in to) return all.filter((one) => one._id === to.pid && !isHidden(one))
  if ('role' in to) {
    const there = inRole(all, to.role, (one) => isHidden(one) || absenceOn(one, today) !== null)
    // while nobody at all is there it waits in the inbox of who has the role
    return there.length > 0 ? there : inRole(all, to.role, isHidden)
  }
  return all.filter((one) => one.companyId === to.company && one.post === 'manager' && one.active)
}

function letter(ticket: Ticket, tell: Tell, now: number): Letter {
  const { template, title, words, page, urgent, ifCredit, survey } = tell
  const fields = fillTemplate(ticket, tell, faceRow(ticket.face).phrase, now)
  return { template, fields, title, words, page, urgent, ifCredit, survey }
}

/** The people of the ticket's company, read only when one of them is to be told. */
async function customersOf(
  { companyId }: Ticket,
  tells: readonly Tell[],
  staff: readonly PersonRecord[],
): Promise<PersonRecord[]> {
  const known = ({ to }: Tell) =>
    'role' in to || ('pid' in to && (to.pid === '' || staff.some((one) => one._id === to.pid)))
  return tells.every(known) ? [] : people.find({ companyId }, { limit: 200 })
}
