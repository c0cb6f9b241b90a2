// 回访 (第八条): the script, and when a return visit is due: after a service, and per machine from time to time.
import type { ReturnCall } from './parts'
import type { Equipment, Ticket } from '../ticket/ticket'
import { addMonths, isoDay, startOf } from '../calendar/days'
import { endOfDay, workdayFrom } from '../calendar/working-time'
import { calendarOf } from '../company/deadlines'
import type { Settings } from '../company/settings'

export const runs = { well: '正常', sometimes: '偶发', unfixed: '没修好' } as const
/** The same of a machine that nobody has just repaired. */
export const machineRuns = { well: '正常', sometimes: '偶有问题', unfixed: '有故障' } as const
export const conducts = { all: '都做到', some: '有问题' } as const
/** What was not as it should be (第十九条第2项). */
export const conductIssues = {
  late: '没有准时',
  clothes: '没穿工装',
  untidy: '没有清理',
  manner: '态度不好',
} as const
export const prices = { same: '一致', other: '不一致', none: '没有收费' } as const

/** How often nobody answered since the last time that somebody did. */
export function missedOf(calls: readonly Pick<ReturnCall, 'outcome'>[]): number {
  const answered = calls.map(({ outcome }) => outcome !== 'missed' && outcome !== 'later').lastIndexOf(true)
  return calls.slice(answered + 1).filter(({ outcome }) => outcome === 'missed').length
}

/** The calls of the return visit that is open: an ending has no next time. */
export const openCalls = <C extends Pick<ReturnCall, 'nextAt'>>(calls: readonly C[]): readonly C[] =>
  calls.slice(calls.map(({ nextAt }) => nextAt === null).lastIndexOf(true) + 1)

/** The machine's next return visit after a service or a call: end of work of a working day. */
export function nextReturn(after: number, warrantyUntil: string | null, settings: Settings): number {
  const covered = warrantyUntil === null || isoDay(after) <= warrantyUntil
  const day = addMonths(isoDay(after), covered ? settings.returnMonths : settings.returnMonthsLater)
  return endOfDay(isoDay(workdayFrom(startOf(day))), calendarOf(settings))
}

/** A machine's return visit: when the next one is due and what was said on those before; `_id` is the machine's. */
export interface MachineReturn {
  _id: string
  rev: number
  companyId: string
  companyName: string
  city: string
  equipment: Equipment
  contact: { name: string; phone: string }
  /** The last service, from which it counts. */
  service: {
    ticketId: string
    no: string
    subject: string
    engineer: string
    at: number
    stars: number | null
  }
  dueAt: number
  /** Sort key of lists, unique: when it is due, then the machine. */
  rank: string
  calls: (ReturnCall & { key: string })[]
}

export const returnRank = (dueAt: number, id = ''): string => `${String(dueAt).padStart(14, '0')}-${id}`

/** The machine as the last visit of a ticket left it; null when nobody has been there. */
export function returnOf(ticket: Ticket, settings: Settings): MachineReturn | null {
  const { _id: ticketId, no, subject, companyId, companyName, city, equipment, contact } = ticket
  const visit = [...ticket.visits].reverse().find(({ state }) => state === 'left' || state === 'rated')
  if (!visit?.leftAt || ticket.hiddenFrom !== null) return null
  const dueAt = nextReturn(visit.leftAt, equipment.warrantyUntil, settings)
  const engineer = visit.crew[0]?.name ?? ''
  const stars = visit.survey?.stars ?? null
  return {
    _id: equipment.id,
    rev: 1,
    ...{ companyId, companyName, city, equipment, contact },
    service: { ticketId, no, subject, engineer, at: visit.leftAt, stars },
    dueAt,
    rank: returnRank(dueAt, equipment.id),
    calls: [],
  }
}

/** What a service changes of what is known of its machine; null when it is known already, or older. */
export function learntReturn(known: MachineReturn, fresh: MachineReturn): MachineReturn | null {
  const { rev, calls, service } = known
  if (fresh.service.at > service.at) return { ...fresh, rev, calls }
  const same = fresh.service.ticketId === service.ticketId && fresh.service.at === service.at
  return same && fresh.service.stars !== service.stars ? { ...known, service: fresh.service } : null
}
