// The settings as versions: read seldom, saved as a new version, never rewritten. Version 0 are the defaults.
import {
  checkSettings,
  defaults,
  settingsFor,
  settingsFrom,
  type Settings,
} from '../../../miniprogram/domain/company/settings'
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import { audit, settings as versions } from '../../store/collections'
import type { PersonRecord, SettingsRecord } from '../../store/records'
import { DuplicateError } from '../../store/table'
import { nameOf } from '../staff-on-duty'

/** The newest version and its values. */
export interface Held {
  version: number
  settings: Settings
}

/** So long, in ms, an instance takes what it knows for the newest. */
const FRESH = 15_000
/** Versions that are read at once by an instance that knows none. */
const FIRST = 20

/** The versions that an instance has met: they do not change. */
const known = new Map<number, Settings>([[0, defaults]])
let newest = 0
let readAt = -Infinity
let asking: Promise<void> | null = null

/** The settings that count now: at most 15 seconds old, at once while they are fresh. */
export async function currentSettings(now: number): Promise<Held> {
  if (Math.abs(now - readAt) >= FRESH) {
    asking ??= refresh(now).finally(() => (asking = null))
    await asking
  }
  return { version: newest, settings: known.get(newest)! }
}

/** What this instance last knew to count; never waits. */
export const lastSettings = (): Settings => known.get(newest)!

/** The settings of a version that a document names, for ever the same; none names the defaults. */
export async function settingsOf(version = 0): Promise<Settings> {
  const met = known.get(version)
  if (met) return met
  const record = await versions.get(idOf(version))
  if (!record) throw new Error(`no version ${version} of the settings`)
  return meet(record)
}

/** What counts for a document of these rules: its own version for what was promised, the newest for all else. */
export async function settingsUnder(rules: number | undefined, now: number): Promise<Settings> {
  const [own, { settings }] = await Promise.all([settingsOf(rules), currentSettings(now)])
  return settingsFor(own, settings)
}

export interface Saving {
  /** Setting → value; what is not named stays. */
  changes: Readonly<Record<string, unknown>>
  /** Why, for who looks later. */
  note: string
  /** The version that the person saw. */
  seen: number
  key: string
}

/**
 * Makes a new version of what the person saw and changed; the same key again is answered as the first time.
 * Refuses who is no administrator, what does not fit (words by name), and who was not fast enough (CONFLICT).
 */
export async function saveSettings(person: PersonRecord, saving: Saving, now: number): Promise<Held> {
  const { changes, seen, key } = saving
  if (person.side !== 'staff' || !person.roles.includes('admin')) throw new Refused('NO_PERMISSION')
  const note = saving.note.trim()
  if (note === '') throw new Refused('INVALID_INPUT', { fields: { note: '请写明为什么改' } })
  const checked = checkSettings(changes, await settingsOf(seen))
  if (!checked.ok) throw new Refused('INVALID_INPUT', { fields: { ...checked.errors } })
  const version = seen + 1
  const record = {
    _id: idOf(version),
    version,
    values: checked.settings,
    by: nameOf(person),
    at: now,
    note,
    key,
  }
  const kept = await insertOnce(record)
  if (kept.by.pid !== person._id || kept.key !== key) throw tooLate(kept)
  await audit.put({
    _id: `settings-${kept._id}`,
    ...{ at: kept.at, pid: person._id, action: 'settings.save', about: kept._id, outcome: 'saved' },
  })
  return { version, settings: meet(kept) }
}

const idOf = (version: number): string => `v${version}`

// An insert is the compare-and-set: of a version there is one, whoever was first.
async function insertOnce(record: SettingsRecord): Promise<SettingsRecord> {
  try {
    await versions.insert(record)
    return record
  } catch (error) {
    if (!(error instanceof DuplicateError)) throw error
    return (await versions.get(record._id))!
  }
}

const tooLate = ({ by }: SettingsRecord): Refused =>
  new Refused('CONFLICT', { words: `设置刚被 ${by.name} 更新,请看最新内容再保存。您填的内容已保留` })

async function refresh(now: number): Promise<void> {
  const found = await versions.find({ version: { gt: newest } }, { order: ['version', 'desc'], limit: FIRST })
  found.forEach(meet)
  readAt = now
}

function meet({ version, values }: SettingsRecord): Settings {
  const settings = known.get(version) ?? settingsFrom(values)
  known.set(version, settings)
  newest = Math.max(newest, version)
  return settings
}
