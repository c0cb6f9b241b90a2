// What the local default is told of the product it runs; it knows nothing of it otherwise.

/** A person to play: the openid stands for a WeChat account. */
export interface Persona {
  openid: string
  name: string
  title: string
  company?: string
  side: 'customer' | 'staff'
  newcomer?: boolean
}

/** A subscribe-message template as configured at WeChat: field key (thing1, phrase2 …) → its label. */
export interface MessageTemplate {
  title: string
  fields: Readonly<Record<string, string>>
}

/** A step of the script to play. */
export interface Scene {
  title: string
  who: string
  hint: string
  path: string
}

export interface IndexDeclaration {
  fields: readonly string[]
  unique?: boolean
}

/** Fills the first data; documents carry their own _id. */
export interface SeedDb {
  insert(collection: string, docs: readonly object[]): void
}

/** One request of the SDK as it was answered; times are the process's own, in ms. */
export interface Operation {
  action: string
  collection: string
  begun: number
  ended: number
  /** Some of it read a collection from end to end: no declared index fits. */
  scanned: boolean
}

export interface LocalOptions {
  /** Title of the preview page. */
  title: string
  miniprogramRoot: string
  /** One folder a function: <name>/index.js (exports.main) and <name>/config.json. */
  functionsRoot: string
  dataDir: string
  /** 0 takes a free one. */
  port: number
  envId: string
  appId: string
  /** Collections with their indexes; all listed are created at start. */
  indexes: Readonly<Record<string, readonly IndexDeclaration[]>>
  personas: readonly Persona[]
  templates: Readonly<Record<string, MessageTemplate>>
  seed?: (db: SeedDb) => void | Promise<void>
  scenes?: readonly Scene[]
  /** Epoch ms at which the local clock begins; the machine's own time otherwise. */
  startTime?: number
  /** Every request of the SDK is answered so many ms later, as over a network; at once otherwise. */
  latency?: number
  /** Told of every request of the SDK, for who counts them. */
  onOperation?: (operation: Operation) => void
  /** Told how long each call of a function took inside its own process, in ms. */
  onCall?: (name: string, took: number) => void
  /** Reload the phones when a source of the mini-program changes. */
  watch?: boolean
}
