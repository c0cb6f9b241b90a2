// The one tick: each minute it rings what is due, tells what was not told, sends what waited for the morning or
// failed, puts on the call list which survey reached nobody, learns from what changed, and removes yesterday's
// exported files.
// Runs twice without harm: an alarm's key is its ticket, name and deadline.
import cloudbase, { type IContextParam } from '@cloudbase/node-sdk'
import { Refused } from '../../miniprogram/domain/engine/refusals'
import { isQuiet } from '../../miniprogram/domain/company/deadlines'
import { currentSettings } from '../service/company/settings'
import { d8Kept } from '../service/d8/kept'
import { noFacts } from '../service/d8/ring'
import { dropOldExports } from '../service/export/drop'
import { sweep } from '../service/learn/sweep'
import { factsFor } from '../service/facts'
import { settleStandings } from '../service/staff/standings'
import { staffOnDuty } from '../service/staff-on-duty'
import { change } from '../service/ticket/change'
import { ring, settleUntold } from '../service/record/ring'
import { sendWaiting } from '../service/record/tell'
import { ticketKept } from '../service/ticket/kept'
import { messages, people, tickets } from '../store/collections'
import type { MessageRecord, PersonRecord } from '../store/records'

const BATCH = 50

interface Done {
  rung: number
  told: number
  sent: number
  /** Surveys that reached nobody and are now on the call list. */
  called: number
  learnt: number
  dropped: number
}

/** Entry point of the cloud function; refuses whoever is not the timer. */
export async function main(event: { Type?: string }, context: IContextParam): Promise<Done> {
  const { environment } = cloudbase.parseContext(context)
  if (environment?.WX_OPENID || event?.Type?.toLowerCase() !== 'timer')
    return { rung: 0, told: 0, sent: 0, called: 0, learnt: 0, dropped: 0 }
  const now = Date.now()
  await settleStandings(now)
  const quiet = isQuiet(now, (await currentSettings(now)).settings)
  return {
    rung: quiet ? 0 : await ringAll(now),
    told: (await settleUntold(ticketKept, now)) + (await settleUntold(d8Kept, now)),
    sent: quiet ? 0 : await sendAgain(now),
    called: await callUnsent(now),
    learnt: await sweep(now),
    dropped: await dropOldExports(now),
  }
}

/** Warnings and escalations; never at night: what fell due then rings in the morning. */
const ringAll = async (now: number): Promise<number> =>
  (await ring(ticketKept, (staff, ticket) => factsFor(ticket, staff, now), now)) +
  (await ring(d8Kept, (_staff, d8) => noFacts(d8, now), now))

/** What waited for the morning, and what failed technically and is due again. */
async function sendAgain(now: number): Promise<number> {
  const [quiet, failed] = await Promise.all([
    messages.find({ push: 'quiet' }, { order: ['at', 'asc'], limit: BATCH }),
    messages.find({ push: 'retry', retryAt: { lt: now + 1 } }, { order: ['retryAt', 'asc'], limit: BATCH }),
  ])
  const waiting = [...quiet, ...failed]
  for (const message of waiting) {
    const person = await people.get(message.pid)
    if (person) await sendWaiting(message, person, now)
    else await messages.set({ _id: message._id }, { push: 'failed', retryAt: null })
  }
  return waiting.length
}

/** A survey that reached nobody's WeChat: the office calls the customer. Asked again it counts once. */
async function callUnsent(now: number): Promise<number> {
  const found = await messages.find({ unsent: { gt: '' } }, { limit: BATCH })
  if (found.length === 0) return 0
  const staff = await staffOnDuty()
  for (const message of found) {
    if (!(await reachedAnother(message))) await callFor(message, staff, now)
    await messages.set({ _id: message._id }, { unsent: null })
  }
  return found.length
}

// A company's survey may go to several people: one of them is enough.
async function reachedAnother({ ticketId, survey }: MessageRecord): Promise<boolean> {
  const all = await messages.find({ ticketId }, { limit: 1000, only: ['survey', 'push'] })
  return all.some((one) => one.survey === survey && ['sent', 'quiet', 'retry'].includes(one.push))
}

async function callFor(
  { ticketId, unsent }: MessageRecord,
  staff: PersonRecord[],
  now: number,
): Promise<void> {
  const ticket = await tickets.get(ticketId)
  if (!ticket) return
  const key = `surveyUnsent-${ticketId}-${unsent}`
  const wanted = { id: ticketId, key, move: 'surveyUnsent' as const, visit: unsent, input: {}, now }
  try {
    const who = { person: null, staff, facts: await factsFor(ticket, staff, now) }
    await (
      await change(ticket, wanted, who, () => Promise.resolve(null))
    ).told
  } catch (error) {
    // answered meanwhile, or on the list already
    if (!(error instanceof Refused)) throw error
  }
}
