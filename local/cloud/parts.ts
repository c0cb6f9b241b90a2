// What the cloud is made of, as far as an action or an open API may reach it.
import type { LocalOptions } from '../options'
import type { Chat, Consents } from './chat'
import type { Clock } from './clock'
import type { Database } from './database'
import type { Files } from './files'
import type { Functions } from './functions/functions'
import type { Transactions } from './transactions'

/** The cloud as its actions know it: not how it is opened, answers or closes. */
export interface CloudParts {
  readonly db: Database
  readonly transactions: Transactions
  readonly files: Files
  readonly clock: Clock
  readonly chat: Chat
  readonly consents: Consents
  readonly functions: Functions
  readonly templates: LocalOptions['templates']
  readonly personas: LocalOptions['personas']
}
