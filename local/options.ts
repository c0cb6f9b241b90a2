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

/** Reads the local database. */
export interface ReadDb {
  /** Every document of a collection. */
  all(collection: string): readonly object[]
}

/** An answer of the door that a visitor may have given instead of the real one. */
export interface PlayedAnswer {
  label: string
  answer: object
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
  /** Puts a file at a path and tells its id. */
  put(path: string, content: Uint8Array): string
}

/** One request of the SDK as it was answered. */
export interface Operation {
  action: string
  collection: string
  /** Some of it read a collection from end to end: no declared index fits. */
  scanned: boolean
  /** Size of the answer as it goes over the line. */
  bytes: number
}

export interface LocalOptions {
  /** Title of the preview page. */
  title: string
  /** The mini-program's name in the chat list; the title otherwise. */
  appName?: string
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
  /** The next instant after now at which something falls due; null when nothing does. */
  nextStop?: (db: ReadDb, now: number) => number | null
  /** The same time of the next working day. */
  nextWorkday?: (now: number) => number
  /** Whether a call changes something: a played fault may wait for such a call. */
  changes?: (name: string, data: unknown) => boolean
  /** What the product does with a message that WeChat did not deliver, for the eye of the visitor. */
  undelivered?: string
  /** Answers to be played, by name. */
  faults?: Readonly<Record<string, PlayedAnswer>>
  /** False: a write is durable when the system likes, for who throws the data away. True otherwise. */
  durable?: boolean
  /** Every call of a function may take so many ms; what its config.json says otherwise. */
  limit?: number
  /** Told of every request of the SDK, for who counts them. */
  onOperation?: (operation: Operation) => void
  /** Told how long each call of a function took inside its own process, in ms. */
  onCall?: (name: string, took: number) => void
  /** Reload the phones when a source of the mini-program changes. */
  watch?: boolean
}
