// Who looked at what belongs to somebody: kept without its content (PIPL). A look that cannot be noted is a bug, not a refusal.
import { randomUUID } from 'node:crypto'
import { lengthOf } from '../../miniprogram/domain/company/deadlines'
import { audit } from '../store/collections'
import type { PersonRecord } from '../store/records'
import type { Caller } from './caller'
import { lastSettings } from './company/settings'

/** Notes that a caller saw a person's number or another's data; `about` is a document's id. */
export const noteLook = ({ pid, now }: Caller, action: string, about: string): Promise<void> =>
  audit.insert({ _id: randomUUID(), at: now, pid, action, about, outcome: 'looked' })

/** Names of the colleagues who opened it so lately that he is taken to be at it still, so that nobody calls the customer twice. */
export async function lookersAt(
  { pid, now }: Caller,
  about: string,
  staff: readonly PersonRecord[],
): Promise<string[]> {
  const looks = await audit.find(
    { about, at: { gt: now - lengthOf(lastSettings(), 'lookingMinutes') } },
    { limit: 50, only: ['pid'] },
  )
  return staff
    .filter((one) => one._id !== pid && looks.some((look) => look.pid === one._id))
    .map((one) => one.name)
}
