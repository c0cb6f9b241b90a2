// What a judgement of a ticket needs: who is on duty, and the settings that count for it.
import type { Facts } from '../../miniprogram/domain/ticket/table'
import type { Ticket } from '../../miniprogram/domain/ticket/ticket'
import type { PersonRecord } from '../store/records'
import { settingsUnder } from './company/settings'
import { factsOf } from './staff-on-duty'

/** The facts for a ticket under its own version of the settings; `other` is the ticket that a move names. */
export async function factsFor(
  { rules }: Pick<Ticket, 'rules'>,
  staff: readonly PersonRecord[],
  now: number,
  other: Ticket | null = null,
): Promise<Facts> {
  return factsOf(staff, now, await settingsUnder(rules, now), other)
}
