// What lies in the outbox, in this phone's storage; every change is told.
import type { Upload } from '../../typings/contract'
import type { Inputs } from '../domain/door/inputs'
import type { LocalMedia } from './media'
import { keep, read } from './store'

export type Sendable = 'ticket.submit' | 'ticket.enter' | 'ticket.move'

export interface OutboxFile extends LocalMedia {
  /** Where it goes; null until its ticket has answered. */
  path: string | null
  failed: boolean
  /** Bytes, 0 when unknown. */
  size: number
}

/** waiting: not sent yet; files: sent, photos on their way; refused: sent, and the door said no. */
export type OutboxState = 'waiting' | 'files' | 'refused'

export interface OutboxItem {
  key: string
  action: Sendable
  input: Inputs[Sendable]
  title: string
  /** The ticket in words; '' for a new one. */
  about: string
  /** When the person did it, by this phone's clock. */
  at: number
  state: OutboxState
  /** Null until a new ticket has answered. */
  ticketId: string | null
  words: string
  /** The code of the last refusal, '' when there was none. */
  code: string
  /** It could not be sent at once: its own time goes with it. */
  waited: boolean
  /** The record of a refused move, on its way as a note. */
  note: boolean
  files: OutboxFile[]
}

type Listener = (items: OutboxItem[]) => void
const NAME = 'outbox'
const listeners = new Set<Listener>()

/** This phone has no room: nothing was kept. */
export class FullError extends Error {}

/** All that is not finished, in the order in which it was done. */
export const outboxItems = (): OutboxItem[] => read<OutboxItem[]>(NAME) ?? []

/** Tells each change until the returned function is called. */
export function onOutboxChange(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const findItem = (key: string): OutboxItem | undefined =>
  outboxItems().find((item) => item.key === key)

/** Adds, or takes the place of what has the same key. Throws FullError. */
export function putItem(item: OutboxItem): void {
  const items = outboxItems()
  const known = items.some(({ key }) => key === item.key)
  const next = known ? items.map((one) => (one.key === item.key ? item : one)) : [...items, item]
  if (!save(next)) throw new FullError()
}

/** Changes an item in its place. */
export function changeItem(key: string, next: (item: OutboxItem) => OutboxItem): void {
  save(outboxItems().map((item) => (item.key === key ? next(item) : item)))
}

/** Puts others in the place of one; none removes it. */
export function replaceItem(key: string, others: readonly OutboxItem[] = []): void {
  save(outboxItems().flatMap((item) => (item.key === key ? others : [item])))
}

/** Tells all listeners, e.g. that sending has begun or ended. */
export function tellOutbox(items = outboxItems()): void {
  listeners.forEach((listener) => listener(items))
}

/** Things that still have to go up: entries that were not sent, and files. */
export const unitsOf = (items: readonly OutboxItem[]): number =>
  items.reduce((sum, item) => sum + item.files.length + (item.state === 'files' ? 0 : 1), 0)

/** Files that the door did not ask for have arrived before. */
export function addressed(files: readonly OutboxFile[], uploads: readonly Upload[]): OutboxFile[] {
  return files.flatMap((file) => {
    const upload = uploads.find(({ id }) => id === file.id)
    return upload ? [{ ...file, path: upload.path }] : []
  })
}

function save(items: OutboxItem[]): boolean {
  const kept = keep(NAME, items)
  if (kept) tellOutbox(items)
  return kept
}
