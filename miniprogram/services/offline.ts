// How a ticket stands on this phone, in words: what waits to go up, and what was saved for a visit without a network.
import type { TicketView } from '../../typings/contract'
import { shortTime } from '../domain/calendar/format'
import { isOnline } from './network'
import { sizeWords } from './outbox-rows'
import { preparedOf } from './prepared-store'
import { unsentOf } from './queued'

export interface OfflineState {
  /** Done here and not sent, in order. */
  waiting: { key: string; title: string; time: string }[]
  /** Why the queue stands still. */
  stopped: string
  /** 今天 08:05 · 1.2 MB · 附件 2 个, '' when nothing was saved. */
  saved: string
  /** Photos or manuals that did not come. */
  missing: string
  /** Saving (again) is possible and of use. */
  offered: boolean
}

export function offlineState(ticket: TicketView, now: number): OfflineState {
  const unsent = unsentOf(ticket.id)
  const prepared = preparedOf(ticket.id)
  const ahead = ticket.visits[ticket.visits.length - 1]?.ahead ?? []
  const here = Object.keys(prepared?.files ?? {}).length
  const absent = prepared
    ? [
        here < prepared.photos ? `${prepared.photos - here} 个附件` : '',
        prepared.manualBytes === null ? '作业手册' : '',
      ].filter(Boolean)
    : []
  return {
    waiting: unsent.map(({ key, title, at }) => ({ key, title, time: shortTime(at, now) })),
    stopped: unsent.find((item) => item.state === 'refused')?.words ?? '',
    saved: prepared
      ? [shortTime(prepared.at, now), sizeWords(prepared.bytes), here ? `附件 ${here} 个` : '']
          .filter(Boolean)
          .join(' · ')
      : '',
    missing:
      absent.length > 0
        ? `还有${here < (prepared?.photos ?? 0) ? ' ' : ''}${absent.join('、')}没有下载,请更新`
        : '',
    offered: isOnline() && ahead.length > 0,
  }
}
