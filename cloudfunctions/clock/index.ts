// The one tick: each minute it rings what is due, tells what was not told, sends what waited for the morning,
// learns from what changed, and removes yesterday's exported files.
// Runs twice without harm: an alarm's key is its ticket, name and deadline.
import cloudbase from '@cloudbase/node-sdk'
import { dueAlarms } from '../../miniprogram/domain/alarms'
import { Refused } from '../../miniprogram/domain/refusals'
import { isQuiet } from '../../miniprogram/domain/working-time'
import { dropOldExports } from '../service/export/make'
import { sweep } from '../service/learn/sweep'
import { factsOf, staffOnDuty } from '../service/staff-on-duty'
import { change } from '../service/ticket/change'
import { sendWaiting, tellTicket } from '../service/ticket/tell'
import { messages, people, tickets } from '../store/collections'
import type { PersonRecord, TicketRecord } from '../store/records'

const BATCH = 50
const PATIENCE = 60_000

interface Done {
  rung: number
  told: number
  sent: number
  learnt: number
  dropped: number
}

/** Entry point of the cloud function; refuses whoever is not the timer. */
export async function main(event: { Type?: string }, context: object): Promise<Done> {
  const { environment } = cloudbase.parseContext(context as never) as { environment?: { WX_OPENID?: string } }
  if (environment?.WX_OPENID || event?.Type?.toLowerCase() !== 'timer')
    return { rung: 0, told: 0, sent: 0, learnt: 0, dropped: 0 }
  const now = Date.now()
  const quiet = isQuiet(now)
  return {
    rung: quiet ? 0 : await ringAlarms(now),
    told: await tellUntold(now),
    sent: quiet ? 0 : await sendMorning(),
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
  for (const move of dueAlarms(first, now)) {
    const key = `${move}-${ticket._id}-${ticket.alarmAt}`
    try {
      const wanted = { id: ticket._id, key, move, visit: null, input: {}, now }
      const changed = await change(ticket, wanted, { person: null, staff, facts: factsOf(staff, now) }, () =>
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

async function sendMorning(): Promise<number> {
  const waiting = await messages.find({ push: 'quiet' }, { order: ['at', 'asc'], limit: BATCH })
  for (const message of waiting) {
    const person = await people.get(message.pid)
    if (person) await sendWaiting(message, person)
  }
  return waiting.length
}
