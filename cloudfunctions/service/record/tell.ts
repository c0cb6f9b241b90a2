// After the write: people are told. Ids come from record, rev and receiver, so that telling twice tells once.
import type { Known } from '../../../miniprogram/domain/engine/engine'
import type { Doc } from '../../../miniprogram/domain/engine/table'
import { MINUTE } from '../../../miniprogram/domain/calendar/units'
import { isQuiet } from '../../../miniprogram/domain/company/deadlines'
import type { TemplateKey } from '../../../miniprogram/domain/company/templates'
import { retryAt, send } from '../../platform/subscribe-messages'
import { credits, messages } from '../../store/collections'
import type { MessageRecord, PersonRecord, Push } from '../../store/records'
import { lastSettings } from '../company/settings'
import { DuplicateError } from '../../store/table'
import type { Kept, Letter } from './kept'

/** A message on its way into somebody's inbox. */
interface Told {
  person: PersonRecord
  message: MessageRecord
}

/** Tells what a change has to tell: reads people beside the staff only when one of them is concerned. */
export async function tell<R extends Doc, F extends Known, M extends string, T extends { id: string }>(
  kept: Kept<R, F, M, T>,
  record: R,
  tells: readonly T[],
  staff: readonly PersonRecord[],
  now: number,
): Promise<void> {
  const others = (await kept.others?.(record, tells, staff)) ?? []
  await tellAll(kept, record, tells, [...others, ...staff], now)
}

/** Tells everybody; `people` must hold all who may be concerned. Sends first, then writes at once. */
export async function tellAll<R extends Doc, F extends Known, M extends string, T extends { id: string }>(
  kept: Kept<R, F, M, T>,
  record: R,
  tells: readonly T[],
  people: readonly PersonRecord[],
  now: number,
): Promise<void> {
  const told = await Promise.all(
    tells.flatMap((one) => {
      const letter = kept.letter(record, one, now)
      return kept
        .receivers(record, one, people, now)
        .map((person) =>
          sendOne(`${one.id}-${person._id}`, record._id, letter, person, now, kept.waits ?? false),
        )
    }),
  )
  await Promise.all(
    told.flatMap((one) =>
      one ? [keep(one.message), spend(one.person, one.message.template, one.message.push)] : [],
    ),
  )
}

async function sendOne(
  _id: string,
  about: string,
  letter: Letter,
  person: PersonRecord,
  now: number,
  waits: boolean,
): Promise<Told | null> {
  const { template, fields, title, words, page, urgent, ifCredit, survey = null } = letter
  if (ifCredit && !(await hasCredit(person, template))) return null
  const later = waits || (isQuiet(now, lastSettings()) && !urgent)
  const push = later ? 'quiet' : await deliver(person, letter)
  const message: MessageRecord = {
    ...{ _id, pid: person._id, at: now, ticketId: about, template, fields, title, words, page },
    ...{ read: false, survey },
    ...standing(push, 0, survey, now),
  }
  return { person, message }
}

const hasCredit = async ({ _id }: PersonRecord, template: TemplateKey): Promise<boolean> =>
  ((await credits.get(_id))?.[template]?.credits ?? 0) > 0

type Standing = Pick<MessageRecord, 'push' | 'tries' | 'retryAt' | 'unsent'>

/** Where a message stands after sending it: what failed technically is tried again, a survey in vain is called for. */
function standing(push: Push, failed: number, survey: string | null, now: number): Standing {
  const tries = push === 'failed' ? failed + 1 : failed
  const next = push === 'failed' ? retryAt(tries, now, lastSettings()) : null
  const over = push === 'no-credit' || (push === 'failed' && next === null)
  return { push: next === null ? push : 'retry', tries, retryAt: next, unsent: over ? survey : null }
}

const deliver = (
  { openid }: PersonRecord,
  { template, page, fields }: Pick<Letter, 'template' | 'page' | 'fields'>,
): Promise<Push> => send({ openid, template, page, fields })

/** Writes a message into the inbox; one that is there already stays. */
async function keep(message: MessageRecord): Promise<void> {
  try {
    await messages.insert(message)
  } catch (error) {
    if (!(error instanceof DuplicateError)) throw error
  }
}

/** The ledger follows WeChat: one message is one credit, 43101 says that none is left. */
async function spend(person: PersonRecord, template: TemplateKey, push: Push): Promise<void> {
  const field = `${template}.credits`
  if (push === 'sent') await credits.add({ _id: person._id, [field]: { gt: 0 } }, { [field]: -1 })
  if (push === 'no-credit') await credits.set({ _id: person._id }, { [field]: 0 })
}

/** Who has taken a waiting message has so long to send it; after that another tick may. */
const LEASE = 5 * MINUTE

/**
 * Sends a message that waited for the morning or failed before, and writes what happened to it. Two ticks at once
 * send it once: the first takes it.
 */
export async function sendWaiting(message: MessageRecord, person: PersonRecord, now: number): Promise<void> {
  const { _id, push, retryAt: due, tries, template, survey } = message
  const taken = { push: 'retry', retryAt: now + LEASE }
  if ((await messages.set({ _id, push, retryAt: due }, taken)) === 0) return
  const outcome = await deliver(person, message)
  const after = standing(outcome, tries, survey, now)
  await Promise.all([messages.set({ _id }, { ...after }), spend(person, template, outcome)])
}
