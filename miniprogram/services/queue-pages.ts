// Where the work of a queue is done.
import type { Kind } from '../domain/company/kinds'
import { ticketPage } from './routes'

const pages: Readonly<Record<string, string>> = {
  verify: '/office/verify/index',
  dispatch: '/office/board/index',
  parts: '/office/board/index',
  approve: '/office/approve/index',
  decide: '/office/approve/index',
  consent: '/office/approve/index',
  bigTrip: '/office/approve/index',
  followup: '/office/visit/index',
  ratePhone: '/office/visit/index',
  rewrite: '/field/correct/index',
  lend: '/office/lend/index',
}

/** The page of a ticket as its queue means it. */
export const queuePage = (queue: string, id: string, kind: Kind = 'repair'): string =>
  kind === 'complaint'
    ? ticketPage(id, 'staff', kind)
    : `${pages[queue] ?? '/field/job/index'}?id=${id}${queue === 'help' ? '&at=helps' : ''}`
