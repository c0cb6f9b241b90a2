// What must not be lost: kept in storage before it is sent, the words first, then the files. A queue per ticket,
// strictly in the order in which things were done; other tickets go on. Survives a restart; goes on when the
// network is back or the app is shown again. A key makes every repeat harmless.
import type { Outputs } from '../../typings/contract'
import type { Inputs } from '../domain/door/inputs'
import { call, RefusedError, UnreachableError } from './call'
import { doorTime } from './door-time'
import { dropFile, fileSize, hasFile } from './files'
import { keepTicket, keptTicket } from './kept-tickets'
import { uploadMedia, type LocalMedia } from './media'
import { isOnline, onNetwork } from './network'
import {
  addressed,
  changeItem,
  findItem,
  outboxItems,
  putItem,
  replaceItem,
  tellOutbox,
  unitsOf,
  type OutboxFile,
  type OutboxItem,
  type Sendable,
} from './outbox-store'
import { problemOf } from './problem'
import { keep, read } from './store'
import { MINUTE } from '../domain/calendar/units'

export { onOutboxChange, outboxItems } from './outbox-store'
export type { OutboxFile, OutboxItem, OutboxState } from './outbox-store'

export interface Post<A extends Sendable> {
  action: A
  input: Inputs[A]
  files: readonly LocalMedia[]
  /** What a person calls it: 「报修 V850 · 报警停机」. */
  title: string
}

export type Posted<A extends Sendable> = { state: 'sent'; output: Outputs[A] } | { state: 'queued' }

const PARALLEL = 2
const AGAIN = MINUTE
const ALL_SENT = 'outbox-empty'
/** Refusals of the moment: nothing is wrong with the item. */
const passing: readonly string[] = ['BUSY', 'RATE_LIMITED']
/** Refusals that count: asked again, a wrong departure code would use up the tries. */
const counting: readonly string[] = ['LEAVE_CODE_WRONG', 'LEAVE_CODE_EXPIRED']
const sending = new Map<string, Promise<Outputs[Sendable]>>()
const carrying = new Set<string>()
let flushing: Promise<void> | null = null
let again = false
let timer: ReturnType<typeof setTimeout> | undefined
let total = 0

/** Called once by the app. */
export function watchOutbox(): void {
  onNetwork((online) => {
    if (online) void flushOutbox()
  })
}

/** How far the sending is that is on now; null when none is. */
export function outboxProgress(): { done: number; total: number } | null {
  const left = unitsOf(outboxItems())
  return flushing && left > 0 ? { done: total - left, total } : null
}

/** When the outbox was last emptied; 0 when it never held anything. */
export const allSentAt = (): number => read<number>(ALL_SENT) ?? 0

/**
 * Keeps and sends, after what was done earlier on the same ticket. `sent` with the answer (files follow by
 * themselves), `queued` when there is no network or no answer; throws RefusedError when the door said no, and then
 * nothing is kept here: the form still has it.
 */
export async function post<A extends Sendable>(wanted: Post<A>): Promise<Posted<A>> {
  const key = keyOf(wanted.input)
  const item = await itemOf(wanted)
  putItem(item)
  try {
    if (!(await sendLane(laneOf(item), key))) return queued(key)
    const output = await send<A>(key)
    void carry(key)
    return { state: 'sent', output }
  } catch (error) {
    if (error instanceof UnreachableError) return queued(key)
    replaceItem(key)
    throw error
  }
}

/** Goes on with all that waits; asked for while it is on, it looks once more. Never throws. */
export function flushOutbox(): Promise<void> {
  again = true
  if (flushing) return flushing
  flushing = rounds().finally(() => {
    flushing = null
    tellOutbox()
    lookAgain()
  })
  // only now is it on: 「正在上传 1/3」
  tellOutbox()
  return flushing
}

/** What did not get through though there is a network is tried again by itself. */
function lookAgain(): void {
  if (timer !== undefined) clearTimeout(timer)
  const stuck = isOnline() && outboxItems().some(({ state }) => state !== 'refused')
  timer = stuck ? setTimeout(() => void flushOutbox(), AGAIN) : undefined
}

/** Tries again what was refused too: what was closed may be open now. */
export function retryOutbox(): Promise<void> {
  for (const { key, state, code } of outboxItems())
    if (state === 'refused' && !counting.includes(code))
      changeItem(key, (item) => ({ ...item, state: 'waiting', words: '' }))
  return flushOutbox()
}

/** Gives up items; their files are removed. What waited behind them goes on. */
export async function discard(keys: readonly string[]): Promise<void> {
  const files = outboxItems().flatMap((item) => (keys.includes(item.key) ? item.files : []))
  keys.forEach((key) => replaceItem(key))
  await Promise.all(files.map((file) => dropFile(file.localPath)))
  void flushOutbox()
}

async function itemOf<A extends Sendable>({ action, input, files, title }: Post<A>): Promise<OutboxItem> {
  const key = keyOf(input)
  const ticketId = 'id' in input ? input.id : null
  const ticket = ticketId ? keptTicket(ticketId)?.ticket : undefined
  return {
    key,
    action,
    input,
    title,
    about: ticket ? `${ticket.no} · ${ticket.companyName}` : '',
    at: findItem(key)?.at ?? doorTime(),
    state: 'waiting',
    ticketId,
    words: '',
    code: '',
    waited: false,
    note: false,
    files: await Promise.all(
      files.map(async (file) => ({
        ...file,
        path: null,
        failed: false,
        size: await fileSize(file.localPath),
      })),
    ),
  }
}

/** Made once for what the person means; what staff enter carries it in the request. */
const keyOf = (input: Inputs[Sendable]): string => ('request' in input ? input.request.key : input.key)

/** Moves of one ticket share a lane; a new ticket has its own. */
const laneOf = ({ ticketId, key }: OutboxItem): string => ticketId ?? key
const laneItems = (lane: string): OutboxItem[] => outboxItems().filter((item) => laneOf(item) === lane)

function queued(key: string): { state: 'queued' } {
  changeItem(key, (item) => ({ ...item, waited: true }))
  return { state: 'queued' }
}

async function rounds(): Promise<void> {
  while (again && isOnline()) {
    again = false
    total = Math.max(unitsOf(outboxItems()), 1)
    const lanes = [...new Set(outboxItems().map(laneOf))]
    for (const lane of lanes) if (isOnline()) await sendLane(lane)
    for (const { key } of outboxItems()) if (isOnline()) await carry(key)
  }
}

/** Sends what waits of a ticket, in order, up to `end`; false when it did not get through. A refusal stops it. */
async function sendLane(lane: string, end = ''): Promise<boolean> {
  for (const { key } of laneItems(lane)) {
    if (key === end) return true
    const state = findItem(key)?.state
    if (state === 'refused') return true
    if (state !== 'waiting') continue
    const sent = await sendLate(key)
    if (!sent) return findItem(key)?.state === 'refused'
  }
  return true
}

/** Sends what could not be sent when it was done; false when it stays. */
async function sendLate(key: string): Promise<boolean> {
  if (!sending.has(key)) changeItem(key, (item) => ({ ...item, waited: true }))
  try {
    await send(key)
    return true
  } catch (error) {
    if (error instanceof RefusedError) refuse(key, error)
    return false
  }
}

function refuse(key: string, error: RefusedError): void {
  const { code } = error.refusal
  const state = passing.includes(code) ? 'waiting' : 'refused'
  changeItem(key, (item) => ({ ...item, state, code, words: problemOf(error).words }))
}

/** One sending per key, however often asked. */
function send<A extends Sendable>(key: string): Promise<Outputs[A]> {
  const now = sending.get(key) ?? sendNow(key).finally(() => sending.delete(key))
  sending.set(key, now)
  return now as Promise<Outputs[A]>
}

async function sendNow(key: string): Promise<Outputs[Sendable]> {
  const item = findItem(key)!
  const output = await call(item.action, inputOf(item))
  const ticketId = 'ticket' in output ? output.ticket.id : output.id
  if ('ticket' in output) keepTicket(output.ticket)
  changeItem(key, (sent) => ({
    ...sent,
    state: 'files',
    ticketId,
    words: '',
    files: addressed(sent.files, output.uploads),
  }))
  if (findItem(key)?.files.length === 0) done(key)
  return output
}

const inputOf = ({ action, input, waited, at }: OutboxItem): Inputs[Sendable] =>
  action === 'ticket.move' && waited ? { ...(input as Inputs['ticket.move']), doneAt: at } : input

/** Brings the files of a sent item, two at a time; the item is done when none is left. */
async function carry(key: string): Promise<void> {
  if (carrying.has(key) || findItem(key)?.state !== 'files') return
  carrying.add(key)
  const left = [...findItem(key)!.files]
  const worker = async () => {
    for (let file = left.shift(); file; file = left.shift()) await carryOne(key, file)
  }
  await Promise.all(Array.from({ length: PARALLEL }, worker))
  carrying.delete(key)
  if (findItem(key)?.files.length === 0) done(key)
}

async function carryOne(key: string, file: OutboxFile): Promise<void> {
  try {
    if (await hasFile(file.localPath)) {
      await uploadMedia(findItem(key)!.ticketId!, { id: file.id, path: file.path! }, file.localPath)
    }
    changeItem(key, (item) => ({ ...item, files: item.files.filter(({ id }) => id !== file.id) }))
    await dropFile(file.localPath)
  } catch (error) {
    // stays, marked, until the network is back or somebody taps 「立即重试」
    const words = error instanceof RefusedError ? problemOf(error).words : ''
    changeItem(key, (item) => ({
      ...item,
      words,
      files: item.files.map((one) => (one.id === file.id ? { ...one, failed: true } : one)),
    }))
  }
}

function done(key: string): void {
  replaceItem(key)
  if (outboxItems().length > 0) return
  keep(ALL_SENT, doorTime())
  tellOutbox()
}
