// The tickets of a queue, most urgent first.
import { cut, dayTime } from '../../../miniprogram/domain/calendar/format'
import type { Help } from '../../../miniprogram/domain/ticket/ticket'
import { promiseOf, type Queue } from '../../../miniprogram/domain/workbench/queues'
import type { Card } from '../../../typings/contract'
import type { Filter } from '../../store/filter'
import type { PersonRecord, TicketRecord } from '../../store/records'
import { cardFor, listless } from '../ticket/card'
import { findFor } from '../ticket/known'

/** At most this many are counted and shown as 100+. */
const MOST = 100

/** One read: a queue's tickets after a sort key; `now` tells what is late. */
export function queueTickets(
  queue: Queue,
  person: PersonRecord,
  now: number,
  after?: string,
  limit = MOST,
): Promise<TicketRecord[]> {
  const sort = queue.ask ?? 'rank'
  const from = after ?? ''
  const ranked = queue.late ? { gt: from, lt: String(now).padStart(14, '0') } : { gt: from }
  const filter: Filter = { ...filterOf(queue, person), [sort]: ranked }
  return findFor(person._id, filter, { order: [sort, 'asc'], limit, without: listless })
}

function filterOf(queue: Queue, person: PersonRecord): Filter {
  if (queue.late) return { category: { in: ['us', 'site'] } }
  if (queue.entered) return { 'author.pid': person._id }
  const faces: Filter = queue.faces ? { face: { in: [...queue.faces] } } : {}
  if (queue.own) return { ...faces, crewPids: person._id }
  if (queue.held) return { ...faces, 'holder.pid': person._id }
  return queue.desk ? { ...faces, 'inquiry.desk': queue.desk } : faces
}

/** The key after which the next page begins. */
export const keyAfter = (queue: Queue, ticket: TicketRecord): string => ticket[queue.ask ?? 'rank'] ?? ''

// What is asked beside the state has a time of its own.
function askedBy({ key }: Queue, { asks, helps }: TicketRecord): string {
  const help = helps.filter((one) => one.answeredAt === null).sort(moreUrgent)[0]
  if (key === 'help' && help)
    return `${help.urgent ? '紧急求助' : '求助'}(${help.kind}):${cut(help.words, 20)} · ${dayTime(help.answerBy)} 前答复`
  const kind = { callBack: '回电', ratePhone: '打电话' }[key as 'callBack']
  const ask = kind && asks.find((one) => one.kind === key)
  return ask ? `${dayTime(ask.due)} 前${kind}` : ''
}

const moreUrgent = (a: Help, b: Help): number =>
  Number(b.urgent) - Number(a.urgent) || a.answerBy - b.answerBy

/** A ticket as its queue shows it. */
export async function queueCard(
  queue: Queue,
  ticket: TicketRecord,
  person: PersonRecord,
  now: number,
): Promise<Card> {
  const note = promiseOf(queue, ticket) || askedBy(queue, ticket)
  const card = await cardFor(ticket, person, now)
  return note ? { ...card, note } : card
}
