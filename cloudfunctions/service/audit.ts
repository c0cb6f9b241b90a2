// Who looked at what belongs to somebody: kept without its content (PIPL). A look that cannot be noted is a bug, not a refusal.
import { randomUUID } from 'node:crypto'
import { audit } from '../store/collections'
import type { PersonRecord } from '../store/records'
import type { Caller } from './caller'
import { MINUTE } from '../../miniprogram/domain/calendar/units'

/** Notes that a caller saw a person's number or another's data; `about` is a document's id. */
export const noteLook = ({ pid, now }: Caller, action: string, about: string): Promise<void> =>
  audit.insert({ _id: randomUUID(), at: now, pid, action, about, outcome: 'looked' })

/** So long somebody who opened a ticket is taken to be at it still. */
const AT_IT = 10 * MINUTE

/** Names of the colleagues who opened it in the last ten minutes, so that nobody calls the customer twice. */
export async function lookersAt(
  { pid, now }: Caller,
  about: string,
  staff: readonly PersonRecord[],
): Promise<string[]> {
  const looks = await audit.find({ about, at: { gt: now - AT_IT } }, { limit: 50, only: ['pid'] })
  return staff
    .filter((one) => one._id !== pid && looks.some((look) => look.pid === one._id))
    .map((one) => one.name)
}
