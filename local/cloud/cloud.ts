// The local CloudBase: database, files, functions, timers, clock, and what WeChat itself keeps.
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { LocalOptions } from '../options'
import { actions } from './actions/index'
import type { Body } from './actions/action'
import { Chat, Consents } from './chat'
import { Clock } from './clock'
import { Database, keyOf } from './database'
import { absent, CloudError } from './errors'
import { Files } from './files'
import { Groups } from './groups'
import { Functions } from './functions/functions'
import { Timers } from './functions/timers'
import { Transactions } from './transactions'
import type { Doc } from './ejson'
import type { CloudParts } from './parts'

export class Cloud implements CloudParts {
  readonly db: Database
  readonly transactions: Transactions
  readonly files: Files
  readonly clock: Clock
  readonly chat: Chat
  readonly consents: Consents
  readonly groups: Groups
  readonly functions: Functions
  readonly templates: LocalOptions['templates']
  readonly personas: LocalOptions['personas']
  private readonly timers: Timers
  private origin = ''

  constructor(private readonly options: LocalOptions) {
    const at = (name: string) => join(options.dataDir, name)
    mkdirSync(options.dataDir, { recursive: true })
    this.db = new Database(options.dataDir, options.indexes, options.durable)
    this.db.explain = options.onOperation !== undefined
    this.transactions = new Transactions(this.db)
    this.clock = new Clock(at('clock.txt'), options.startTime)
    this.files = new Files(at('files'), options.envId, this.clock)
    this.chat = new Chat(at('chat.jsonl'))
    this.consents = new Consents(at('consents.json'))
    this.groups = new Groups(at('groups.json'))
    this.templates = options.templates
    this.personas = options.personas
    this.functions = new Functions({
      root: options.functionsRoot,
      envId: options.envId,
      appId: options.appId,
      adminUrl: () => `${this.origin}/admin`,
      offset: () => this.clock.offset,
      say: (line) => process.stderr.write(line),
      ...(options.onCall ? { onCall: options.onCall } : {}),
      ...(options.limit ? { limit: options.limit } : {}),
    })
    this.timers = new Timers(this.functions, this.clock)
  }

  /** Tells where it is served; fills the first data when nothing is there. */
  async open(origin: string): Promise<void> {
    this.origin = origin
    this.files.servedAt(origin)
    if (!this.db.isEmpty()) return
    await this.options.seed?.({
      insert: (name, docs) => this.insert(name, docs),
      put: (path, content) => {
        this.files.put(path, Buffer.from(content))
        return this.files.idOf(path)
      },
    })
  }

  private insert(name: string, docs: readonly object[]): void {
    const collection = this.db.collection(name)
    const changes = docs.map((doc) => ({
      collection,
      key: keyOf((doc as Doc)._id),
      doc: doc as Doc,
      fresh: true,
    }))
    this.db.write(changes)
  }

  /** Answers one request of the SDK; a refusal is an answer too. */
  async answer(body: Body): Promise<object> {
    const { onOperation } = this.options
    if (!onOperation) return this.answerNow(body)
    this.db.scanned = false
    const answering = this.answerNow(body)
    const { scanned } = this.db
    const reply = await answering
    onOperation({
      ...{ action: String(body.action), collection: String(body.collectionName ?? ''), scanned },
      bytes: Buffer.byteLength(JSON.stringify(reply)),
    })
    return reply
  }

  private async answerNow(body: Body): Promise<object> {
    const requestId = randomUUID()
    try {
      const name = String(body.action)
      const action = actions[name]
      if (!action) throw absent(`action ${name}`)
      return { requestId, ...((await action(this, body)) as object) }
    } catch (error) {
      if (!(error instanceof CloudError))
        process.stderr.write(`local cloud: ${String((error as Error).stack)}\n`)
      const code = error instanceof CloudError ? error.code : 'SYS_ERR'
      return { requestId, code, message: error instanceof Error ? error.message : String(error) }
    }
  }

  close(): void {
    this.timers.close()
    this.functions.close()
    this.db.close()
  }
}
