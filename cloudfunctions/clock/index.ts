// The one tick: each minute it rings what is due, tells what was not told, sends what waited for the morning or
// failed, puts on the call list which survey reached nobody, learns from what changed, and removes yesterday's
// exported files.
// Runs twice without harm: an alarm's key is its ticket, name and deadline.
import cloudbase from '@cloudbase/node-sdk'
import { dueAlarms } from '../../miniprogram/domain/door/lifecycle'
import { Refused } from '../../miniprogram/domain/engine/refusals'
import { isQuiet } from '../../miniprogram/domain/company/deadlines'
import { currentSettings } from '../service/company/settings'
import { ringD8s, tellUntoldD8s } from '../service/d8/ring'
import { dropOldExports } from '../service/export/make'
import { sweep } from '../service/learn/sweep'
import { factsFor } from '../service/facts'
import { staffOnDuty } from '../service/staff-on-duty'
import { change } from '../service/ticket/change'
import { sendWaiting, tellTicket } from '../service/ticket/tell'
import { messages, people, tickets } from '../store/collections'
import type { MessageRecord, PersonRecord, TicketRecord } from '../store/records'

const BATCH = 50
const PATIENCE = 60_000

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
export async function main(event: { Type?: string }, context: object): Promise<Done> {
  const { environment } = cloudbase.parseContext(context as never) as { environment?: { WX_OPENID?: string } }
  if (environment?.WX_OPENID || event?.Type?.toLowerCase() !== 'timer')
    return { rung: 0, told: 0, sent: 0, called: 0, learnt: 0, dropped: 0 }
  const now = Date.now()
  const quiet = isQuiet(now, (await currentSettings(now)).settings)
  return {
    rung: quiet ? 0 : (await ringAlarms(now)) + (await ringD8s(now)),
    told: (await tellUntold(now)) + (await tellUntoldD8s(now)),
    sent: quiet ? 0 : await sendAgain(now),
    called: await callUnsent(now),
    learnt: await sweep(now),
    dropped: await dropOldExports(now),
  }
}

/** Warnings and escalations; never at night: what fell due then rings in the morning. */
async function ringAlarms(now: number): Promise<number> {
  const due = await tickets.find(
    { alarmAt: { gt: 0, lt: now + 1 } },
    { order: ['alarmAt', 'asc'], limit: BATCH },
  )
  if (due.length === 0) return 0
  const staff = await staffOnDuty()
  for (const ticket of due) await ring(ticket, staff, now)
  return due.length
}

async function ring(first: TicketRecord, staff: PersonRecord[], now: number): Promise<void> {
  let ticket = first
  const facts = await factsFor(first, staff, now)
  for (const move of dueAlarms(first, now, facts.settings)) {
    const key = `${move}-${ticket._id}-${ticket.alarmAt}`
    try {
      const wanted = { id: ticket._id, key, move, visit: null, input: {}, now }
      const changed = await change(ticket, wanted, { person: null, staff, facts }, () =>
        Promise.resolve(null),
      )
      await changed.told
      ticket = changed.ticket
    } catch (error) {
      // somebody moved it meanwhile: the next tick looks again
      if (!(error instanceof Refused)) throw error
    }
  }
}

/** A function that died between the write and the telling left `untold` behind. */
async function tellUntold(now: number): Promise<number> {
  const left = await tickets.find({ untoldSince: { lt: now - PATIENCE, gt: 0 } }, { limit: BATCH })
  if (left.length === 0) return 0
  const staff = await staffOnDuty()
  for (const ticket of left) await settle(ticket, staff, now)
  return left.length
}

async function settle(ticket: TicketRecord, staff: PersonRecord[], now: number): Promise<void> {
  const known = await messages.find({ ticketId: ticket._id }, { limit: 1000, only: ['ticketId'] })
  const missing = ticket.untold.filter((tell) => !known.some((one) => one._id.startsWith(`${tell.id}-`)))
  await tellTicket(ticket, missing, staff, now)
  await tickets.set({ _id: ticket._id, rev: ticket.rev }, { untold: [], untoldSince: null })
}

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
