// Who looked at what belongs to somebody: kept without its content (PIPL). A look that cannot be noted is a bug, not a refusal.
import { randomUUID } from 'node:crypto'
import { audit } from '../store/collections'
import type { Caller } from './caller'

/** Notes that a caller saw a person's number or another's data; `about` is a document's id. */
export const noteLook = ({ pid, now }: Caller, action: string, about: string): Promise<void> =>
  audit.insert({ _id: randomUUID(), at: now, pid, action, about, outcome: 'looked' })
