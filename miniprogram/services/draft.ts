// What somebody types is kept: half a second after the last key, and at once when the page hides.
import { doorTime } from './door-time'
import { drop, keep, read } from './store'

interface Draft<T> {
  value: T
  savedAt: number
}

const DELAY = 500
const waiting = new Map<string, { timer: ReturnType<typeof setTimeout>; value: unknown }>()

/** The kept draft, null when there is none. */
export function loadDraft<T>(name: string): Draft<T> | null {
  const unsaved = waiting.get(name)
  if (unsaved) save(name, unsaved.value)
  return read<Draft<T>>(`draft:${name}`)
}

/** How many photos a draft had when it was kept last. */
const photos = new Map<string, number>()
const photosOf = (value: unknown): number => {
  const { media } = (typeof value === 'object' && value !== null ? value : {}) as { media?: unknown }
  return Array.isArray(media) ? media.length : 0
}

/** Keeps the value soon; the last one within half a second counts. A photo that came or went is kept at once. */
export function saveDraft(name: string, value: unknown): void {
  forget(name)
  if (photosOf(value) !== (photos.get(name) ?? 0)) return save(name, value)
  waiting.set(name, { value, timer: setTimeout(() => save(name, value), DELAY) })
}

/** Keeps all that waits, now: for onHide and onUnload. */
export function flushDrafts(): void {
  for (const [name, { value }] of [...waiting]) save(name, value)
}

/** After success, or when the person clears the form. */
export function clearDraft(name: string): void {
  forget(name)
  photos.delete(name)
  drop(`draft:${name}`)
}

/** Names of all drafts with their times, newest first. */
export function listDrafts(): { name: string; savedAt: number }[] {
  const names = wx.getStorageInfoSync().keys.filter((key) => key.startsWith('draft:'))
  return names
    .map((key) => ({ name: key.slice('draft:'.length), savedAt: read<Draft<unknown>>(key)?.savedAt ?? 0 }))
    .sort((a, b) => b.savedAt - a.savedAt)
}

/** A draft's name: of a form, and of the machine or ticket that it is about, '' before one is chosen. */
export const draftName = (form: string, about = ''): string => (about ? `${form}@${about}` : form)

/** The draft that a form begins with: of what it was opened for, else the one that was typed in last. */
export function beginDraft<T>(form: string, about: string): { name: string; kept: Draft<T> | null } {
  flushDrafts()
  const all = listDrafts().map((one) => one.name)
  const last = all.find((name) => name === form || name.startsWith(`${form}@`))
  const name = about ? draftName(form, about) : (last ?? form)
  return { name, kept: loadDraft<T>(name) }
}

/** What was typed is about another machine now; its new name. */
export function moveDraft(from: string, form: string, about: string): string {
  const name = draftName(form, about)
  if (name === from) return name
  flushDrafts()
  const kept = loadDraft<unknown>(from)
  if (kept) save(name, kept.value)
  clearDraft(from)
  return name
}

function save(name: string, value: unknown): void {
  forget(name)
  photos.set(name, photosOf(value))
  keep(`draft:${name}`, { value, savedAt: doorTime() })
}

function forget(name: string): void {
  const before = waiting.get(name)
  if (before) clearTimeout(before.timer)
  waiting.delete(name)
}
