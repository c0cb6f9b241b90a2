// What must not be lost: kept in storage before it is sent, the words first, then the files. Survives a
// restart; goes on when the network is back or the app is shown again. A key makes every repeat harmless.
import type { Outputs, Upload } from '../../typings/contract'
import type { Inputs } from '../domain/inputs'
import { call, RefusedError, UnreachableError } from './call'
import { dropFile, hasFile } from './files'
import { uploadMedia, type LocalMedia } from './media'
import { isOnline, onNetwork } from './network'
import { problemOf } from './problem'
import { keep, read } from './store'

type Sendable = 'ticket.submit' | 'ticket.enter' | 'ticket.move'

export interface OutboxFile extends LocalMedia {
  /** Where it goes; null until its ticket has answered. */
  path: string | null
  failed: boolean
}

/** waiting: not sent yet; files: sent, photos on their way; refused: sent, and the door said no. */
export type OutboxState = 'waiting' | 'files' | 'refused'

export interface OutboxItem {
  key: string
  action: Sendable
  input: Inputs[Sendable]
  title: string
  at: number
  state: OutboxState
  ticketId: string | null
  words: string
  files: OutboxFile[]
}

export interface Post<A extends Sendable> {
  action: A
  input: Inputs[A]
  files: readonly LocalMedia[]
  /** What a person calls it: 「报修 V850 · 报警停机」. */
  title: string
}

export type Posted<A extends Sendable> = { state: 'sent'; output: Outputs[A] } | { state: 'queued' }
type Listener = (items: OutboxItem[]) => void

const NAME = 'outbox'
const PARALLEL = 2
const listeners = new Set<Listener>()
const sending = new Map<string, Promise<Outputs[Sendable]>>()
const carrying = new Set<string>()

/** All that is not finished, oldest first. */
export const outboxItems = (): OutboxItem[] => read<OutboxItem[]>(NAME) ?? []

/** Tells each change until the returned function is called. */
export function onOutboxChange(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Called once by the app. */
export function watchOutbox(): void {
  onNetwork((online) => {
    if (online) void flushOutbox()
  })
}

/**
 * Keeps and sends. `sent` with the answer (files follow by themselves), `queued` when there is no network or
 * no answer; throws RefusedError when the door said no, and then nothing is kept here: the form still has it.
 */
export async function post<A extends Sendable>(wanted: Post<A>): Promise<Posted<A>> {
  const key = keyOf(wanted.input)
  put(itemOf(wanted))
  try {
    const output = await send<A>(key)
    void carry(key)
    return { state: 'sent', output }
  } catch (error) {
    if (error instanceof UnreachableError) return { state: 'queued' }
    remove(key)
    throw error
  }
}

/** Goes on with all that waits, oldest first. Never throws. */
export async function flushOutbox(): Promise<void> {
  if (!isOnline()) return
  for (const { key, state } of outboxItems()) {
    if (state === 'waiting') await sendQuietly(key)
    await carry(key)
  }
}

/** Gives up an item; its files are removed. */
export async function discard(key: string): Promise<void> {
  const item = find(key)
  remove(key)
  await Promise.all((item?.files ?? []).map((file) => dropFile(file.localPath)))
}

function itemOf<A extends Sendable>({ action, input, files, title }: Post<A>): OutboxItem {
  const key = keyOf(input)
  const known = find(key)
  const waiting = files.map((file) => ({ ...file, path: null, failed: false }))
  const at = known?.at ?? Date.now()
  return {
    key,
    action,
    input,
    title,
    at,
    state: 'waiting',
    ticketId: null,
    words: '',
    files: waiting,
  }
}

/** Made once for what the person means; what staff enter carries it in the request. */
const keyOf = (input: Inputs[Sendable]): string => ('request' in input ? input.request.key : input.key)

/** One sending per key, however often asked. */
function send<A extends Sendable>(key: string): Promise<Outputs[A]> {
  const now = sending.get(key) ?? sendNow(key).finally(() => sending.delete(key))
  sending.set(key, now)
  return now as Promise<Outputs[A]>
}

async function sendNow(key: string): Promise<Outputs[Sendable]> {
  const item = find(key)!
  const output = await call(item.action, item.input)
  const ticketId = 'ticket' in output ? output.ticket.id : output.id
  change(key, (sent) => ({ ...sent, state: 'files', ticketId, files: addressed(sent.files, output.uploads) }))
  return output
}

async function sendQuietly(key: string): Promise<void> {
  try {
    await send(key)
  } catch (error) {
    if (error instanceof RefusedError) {
      change(key, (item) => ({ ...item, state: 'refused', words: problemOf(error).words }))
    }
  }
}

/** Files that the door did not ask for have arrived before. */
function addressed(files: OutboxFile[], uploads: readonly Upload[]): OutboxFile[] {
  return files.flatMap((file) => {
    const upload = uploads.find(({ id }) => id === file.id)
    return upload ? [{ ...file, path: upload.path }] : []
  })
}

/** Brings the files of a sent item, two at a time; the item is done when none is left. */
async function carry(key: string): Promise<void> {
  if (carrying.has(key) || find(key)?.state !== 'files') return
  carrying.add(key)
  const left = [...find(key)!.files]
  const worker = async () => {
    for (let file = left.shift(); file; file = left.shift()) await carryOne(key, file)
  }
  await Promise.all(Array.from({ length: PARALLEL }, worker))
  carrying.delete(key)
  if (find(key)?.files.length === 0) remove(key)
}

async function carryOne(key: string, file: OutboxFile): Promise<void> {
  try {
    if (await hasFile(file.localPath)) {
      await uploadMedia(find(key)!.ticketId!, { id: file.id, path: file.path! }, file.localPath)
    }
    change(key, (item) => ({ ...item, files: item.files.filter(({ id }) => id !== file.id) }))
    await dropFile(file.localPath)
  } catch {
    // stays, marked, until the network is back or somebody taps 「重试」
    change(key, (item) => ({
      ...item,
      files: item.files.map((one) => (one.id === file.id ? { ...one, failed: true } : one)),
    }))
  }
}

const find = (key: string): OutboxItem | undefined => outboxItems().find((item) => item.key === key)

function put(item: OutboxItem): void {
  save([...outboxItems().filter(({ key }) => key !== item.key), item])
}

function change(key: string, next: (item: OutboxItem) => OutboxItem): void {
  save(outboxItems().map((item) => (item.key === key ? next(item) : item)))
}

const remove = (key: string): void => save(outboxItems().filter((item) => item.key !== key))

function save(items: OutboxItem[]): void {
  keep(NAME, items)
  listeners.forEach((listener) => listener(items))
}
