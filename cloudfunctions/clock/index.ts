// The one tick: each minute it tells what was not told and sends what waited for the morning. Runs twice without harm.
import cloudbase from '@cloudbase/node-sdk'
import { isQuiet } from '../../miniprogram/domain/working-time'
import { messages, people, tickets } from '../store/collections'
import type { TicketRecord } from '../store/records'
import { staffOnDuty } from '../service/staff-on-duty'
import { sendWaiting, tellAll } from '../service/ticket/tell'

const BATCH = 50
const PATIENCE = 60_000

/** Entry point of the cloud function; refuses whoever is not the timer. */
export async function main(
  event: { Type?: string },
  context: object,
): Promise<{ told: number; sent: number }> {
  const { environment } = cloudbase.parseContext(context as never) as { environment?: { WX_OPENID?: string } }
  if (environment?.WX_OPENID || event?.Type?.toLowerCase() !== 'timer') return { told: 0, sent: 0 }
  const now = Date.now()
  return { told: await tellUntold(now), sent: isQuiet(now) ? 0 : await sendMorning() }
}

/** A function that died between the write and the telling left `untold` behind. */
async function tellUntold(now: number): Promise<number> {
  const left = await tickets.find({ untoldSince: { lt: now - PATIENCE, gt: 0 } }, { limit: BATCH })
  if (left.length === 0) return 0
  const staff = await staffOnDuty()
  for (const ticket of left) await settle(ticket, staff, now)
  return left.length
}

async function settle(
  ticket: TicketRecord,
  staff: Awaited<ReturnType<typeof staffOnDuty>>,
  now: number,
): Promise<void> {
  const told = new Set(
    (await messages.find({ ticketId: ticket._id }, { limit: 1000, only: ['ticketId'] })).map(
      (one) => one._id,
    ),
  )
  const missing = ticket.untold.filter((tell) => ![...told].some((id) => id.startsWith(`${tell.id}-`)))
  const owner = missing.length > 0 ? await people.get(ticket.ownerPid) : null
  await tellAll(ticket, missing, [...(owner ? [owner] : []), ...staff], now)
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
