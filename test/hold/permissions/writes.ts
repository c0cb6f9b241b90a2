// By hand: the actions that change something. All others of the door read, those too that are still to come.
import type { ActionName } from '../../../miniprogram/domain/door/inputs'

export const writes: readonly ActionName[] = [
  'company.join',
  'ticket.submit',
  'ticket.enter',
  'staff.invite',
  'staff.join',
  'staff.change',
  'staff.absence',
  'staff.handOver',
  'inbox.read',
  'consent.record',
  'inquiry.turn',
  'knowledge.helped',
  'knowledge.save',
  'd8.start',
  'd8.move',
  'return.record',
  'return.complain',
  'export.make',
  'import.write',
]

/** These change a ticket that is there for somebody; to whom it is not there they answer nothing. */
export const writesOnTickets: readonly ActionName[] = ['ticket.move', 'ticket.merge', 'media.arrived']
