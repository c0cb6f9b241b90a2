// People are told of an 8D through the messages that wait: the clock sends them within a minute, never at night.
// Ids come from record, rev and receiver, so that telling twice tells once.
import type { D8Tell } from '../../../miniprogram/domain/quality/record'
import { d8RelationsTo } from '../../../miniprogram/domain/quality/lifecycle'
import { cut, wechatTime } from '../../../miniprogram/domain/calendar/format'
import { messages } from '../../store/collections'
import type { D8Record, MessageRecord, PersonRecord } from '../../store/records'
import { DuplicateError } from '../../store/table'
import { personOf } from '../caller'

export const d8Page = (id: string): string => `/quality/d8/index?id=${id}`

export async function tellD8(
  d8: D8Record,
  tells: readonly D8Tell[],
  staff: readonly PersonRecord[],
  now: number,
): Promise<void> {
  const told = tells.flatMap((tell) =>
    receivers(tell, staff)
      .filter((person) => d8RelationsTo(personOf(person), d8).length > 0)
      .map((person) => messageOf(d8, tell, person, now)),
  )
  await Promise.all(told.map(keep))
}

const receivers = ({ to }: D8Tell, staff: readonly PersonRecord[]): PersonRecord[] =>
  staff.filter((one) => ('pid' in to ? one._id === to.pid : one.roles.includes(to.role)))

function messageOf(d8: D8Record, tell: D8Tell, person: PersonRecord, now: number): MessageRecord {
  const { id, title, words } = tell
  return {
    _id: `${id}-${person._id}`,
    pid: person._id,
    at: now,
    ticketId: d8._id,
    template: 'T6',
    fields: {
      thing1: cut(title, 20),
      thing2: cut(d8.no, 20),
      time3: wechatTime(d8.due ?? now),
      thing4: cut(words, 20),
    },
    title,
    words,
    page: d8Page(d8._id),
    read: false,
    push: 'quiet',
    tries: 0,
    retryAt: null,
    survey: null,
    unsent: null,
  }
}

async function keep(message: MessageRecord): Promise<void> {
  try {
    await messages.insert(message)
  } catch (error) {
    if (!(error instanceof DuplicateError)) throw error
  }
}
