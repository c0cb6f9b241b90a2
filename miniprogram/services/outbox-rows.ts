// The outbox in words: for its page, the banner and the entries that lead there.
import { clockTime, shortTime } from '../domain/calendar/format'
import { unitsOf, type OutboxItem } from './outbox-store'

const kinds = { photo: '照片', video: '视频', voice: '语音' } as const

export interface OutboxRow {
  key: string
  title: string
  about: string
  /** 今天 10:05 · 照片 2 · 1.2 MB */
  facts: string
  /** 等待联网, 照片还有 1 个没传完 … */
  state: string
  reason: string
  failed: boolean
}

/** What was refused on one ticket, with what waits behind it. */
export interface Stopped {
  /** The ticket, or the key of a new one. */
  lane: string
  about: string
  words: string
  /** It can be tried as a note on its ticket; a new ticket has none. */
  attachable: boolean
  /** The note was refused too: only the text is left to hand on. */
  closed: boolean
  rows: OutboxRow[]
}

/** Bytes as 1.2 MB, 340 KB; '' for nothing. */
export function sizeWords(bytes: number): string {
  if (bytes === 0) return ''
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** 照片 2、我已到达 1 */
export function countWords(items: readonly OutboxItem[]): string {
  const counts = new Map<string, number>()
  const add = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1)
  for (const file of items.flatMap((item) => item.files)) add(kinds[file.kind])
  for (const item of items) if (item.state !== 'files') add(item.title)
  return [...counts].map(([name, count]) => `${name} ${count}`).join('、')
}

/** 3 项待上传(照片 2、我已到达 1), '' when nothing waits. */
export function waitingWords(items: readonly OutboxItem[]): string {
  const units = unitsOf(items)
  return units === 0 ? '' : `${units} 项待上传(${countWords(items)})`
}

/** Refused tickets first, then the others, oldest first. */
export function outboxView(
  items: readonly OutboxItem[],
  now: number,
  online: boolean,
): { stopped: Stopped[]; rows: OutboxRow[] } {
  const refused = items.filter((item) => item.state === 'refused')
  const ids = [...new Set(refused.map((item) => item.ticketId ?? item.key))]
  const isStopped = (item: OutboxItem) => item.state !== 'files' && ids.includes(item.ticketId ?? item.key)
  const row = (item: OutboxItem) => rowOf(item, now, online)
  const stopped = ids.map((id) => {
    const first = refused.find((item) => (item.ticketId ?? item.key) === id)!
    const own = items.filter((item) => isStopped(item) && (item.ticketId ?? item.key) === id)
    const { about, words, note: closed, ticketId } = first
    return { lane: id, about, words, closed, attachable: ticketId !== null && !closed, rows: own.map(row) }
  })
  const rest = items.filter((item) => !isStopped(item))
  return { stopped, rows: [...rest].sort((a, b) => a.at - b.at).map(row) }
}

function rowOf(item: OutboxItem, now: number, online: boolean): OutboxRow {
  const size = sizeWords(item.files.reduce((sum, file) => sum + (file.size ?? 0), 0))
  const files = countWords([{ ...item, state: 'files' }])
  return {
    key: item.key,
    title: item.title,
    about: item.about,
    facts: [shortTime(item.at, now), files, size].filter(Boolean).join(' · '),
    state: stateWords(item, online),
    reason: item.words,
    failed: item.files.some((file) => file.failed),
  }
}

function stateWords(item: OutboxItem, online: boolean): string {
  const { state, files } = item
  if (state === 'refused') return '没有被接受'
  if (state === 'waiting') return online ? '等待上传' : '离线 · 待上传'
  return files.some((file) => file.failed)
    ? `文字已上传,还有 ${files.length} 个文件没传完`
    : '文字已上传,文件正在上传'
}

/** 全部已上传 · 10:42 */
export const allSentWords = (at: number): string => (at ? `全部已上传 · ${clockTime(at)}` : '全部已上传')
