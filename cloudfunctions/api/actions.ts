// Every action of the door and who may come in at all; the action itself asks for more where it needs more.
import type { ActionName } from '../../miniprogram/domain/inputs'
import type { Action } from '../service/action'
import { join } from '../service/company/join'
import { peek } from '../service/company/peek'
import { record } from '../service/consent/record'
import { candidates } from '../service/dispatch/candidates'
import { list as equipmentList } from '../service/equipment/list'
import { open as equipmentOpen } from '../service/equipment/open'
import { list as inboxList } from '../service/inbox/list'
import { read } from '../service/inbox/read'
import { arrived } from '../service/media/arrived'
import { open as sessionOpen } from '../service/session/open'
import { list as ticketList } from '../service/ticket/list'
import { move } from '../service/ticket/move'
import { open as ticketOpen } from '../service/ticket/open'
import { submit } from '../service/ticket/submit'
import { open as workOpen } from '../service/work/open'
import { queue } from '../service/work/queue'

/** anyone: any WeChat user; customer, staff: joined, on that side; joined: either. */
export type Door = 'anyone' | 'joined' | 'customer' | 'staff'

type Actions = { readonly [A in ActionName]: { who: Door; run: Action<A> } }

export const actions: Actions = {
  'session.open': { who: 'anyone', run: sessionOpen },
  'company.peek': { who: 'anyone', run: peek },
  'company.join': { who: 'anyone', run: join },
  'equipment.list': { who: 'joined', run: equipmentList },
  'equipment.open': { who: 'joined', run: equipmentOpen },
  'ticket.submit': { who: 'customer', run: submit },
  'ticket.list': { who: 'joined', run: ticketList },
  'ticket.open': { who: 'joined', run: ticketOpen },
  'ticket.move': { who: 'joined', run: move },
  'media.arrived': { who: 'joined', run: arrived },
  'dispatch.candidates': { who: 'staff', run: candidates },
  'work.open': { who: 'staff', run: workOpen },
  'work.queue': { who: 'staff', run: queue },
  'inbox.list': { who: 'joined', run: inboxList },
  'inbox.read': { who: 'joined', run: read },
  'consent.record': { who: 'anyone', run: record },
}
