// What a company may choose, one table: every number with its unit, limits, words and effect. Decisions get the
// values with the facts, sentences are made from them, docs/settings.md is printed from here.
import { agreements } from './settings/agreements'
import { rowWords } from './settings/row'
import { settings, settingNames, type SettingName, type Settings } from './settings/table'

export { spoken } from './settings/row'
export type { SettingRow } from './settings/row'
export { settingGroups, settingNames, settings, type SettingName, type Settings } from './settings/table'

const made = (value: (name: SettingName) => number): Settings =>
  Object.fromEntries(settingNames.map((name) => [name, value(name)])) as Settings

/** What holds while a company has set nothing: version 0. */
export const defaults: Settings = made((name) => settings[name].default)

/** A value as people read it: 3 个工作日, 4 个工作小时, 5,000 元, 18:00. */
export const settingWords = (name: SettingName, value: number): string => rowWords(settings[name], value)

/** A setting as people read it: 3 个工作日. */
export const said = <N extends SettingName>(values: Pick<Settings, N>, name: N): string =>
  settingWords(name, values[name])

/** A sentence, or one that is made of the settings. */
export type Words = string | ((settings: Settings) => string)

/** A sentence under these settings. */
export const inWords = (words: Words, values: Settings): string =>
  typeof words === 'string' ? words : words(values)

/** What a setting does at a value, one sentence. */
export const effectWords = (name: SettingName, value: number): string =>
  settings[name].effect(settingWords(name, value))

export type CheckedSettings =
  { ok: true; settings: Settings } | { ok: false; errors: Readonly<Record<string, string>> }

/** Judges changes over what holds: the whole of the settings, or what is wrong, name → words. */
export function checkSettings(
  changes: Readonly<Record<string, unknown>>,
  base: Settings = defaults,
): CheckedSettings {
  const errors = Object.fromEntries(
    Object.entries(changes).flatMap(([name, value]) => {
      const wrong = isSetting(name) ? wrongValue(name, value) : '没有这项设置'
      return wrong === null ? [] : [[name, wrong]]
    }),
  )
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const next = { ...base, ...(changes as Partial<Settings>) }
  const contradictions = contradictionsOf(next, changes)
  return Object.keys(contradictions).length > 0
    ? { ok: false, errors: contradictions }
    : { ok: true, settings: next }
}

const isSetting = (name: string): name is SettingName => (settingNames as string[]).includes(name)

function wrongValue(name: SettingName, value: unknown): string | null {
  const { min, max, label } = settings[name]
  if (typeof value !== 'number' || !Number.isFinite(value)) return `${label}应为数字`
  if (!Number.isInteger(value)) return `${label}应为整数`
  if (value >= min && value <= max) return null
  if (min === max) return `${label}由办法写明:${settingWords(name, min)}`
  return `${label}应在 ${settingWords(name, min)}到 ${settingWords(name, max)}之间`
}

// Said at what was changed; what was not touched is not the person's mistake.
function contradictionsOf(
  next: Settings,
  changes: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { of, holds, words } of agreements) {
    if (holds(next)) continue
    const touched = of.filter((name) => name in changes)
    for (const name of touched.length > 0 ? touched : of) errors[name] ??= words
  }
  return errors
}

/** The settings of a stored version: what it does not know has its default, what is no setting any more is left out. */
export const settingsFrom = (values: Readonly<Record<string, number>>): Settings =>
  made((name) => values[name] ?? settings[name].default)

/** What the phone says or reckons with itself. How the house works inside is not for everybody to read. */
export const termNames = [
  ...['workFrom', 'lunchFrom', 'lunchTo', 'workTo'],
  ...['verifyDays', 'similarDays', 'bigTripYuan', 'freeDays', 'helpMinutes', 'paperDays'],
  ...['surveyChangeMinutes', 'lowStars', 'callBackDays', 'missedCalls', 'returnMonths', 'returnMonthsLater'],
  ...['complaintCallDays', 'complaintRefusals', 'inquiryLapseDays', 'paretoLeast', 'creditsEnough'],
  ...['consentAgainMinutes', 'preparedDays', 'importRows', 'importBytes'],
  ...['photoEdge', 'photoBytes', 'videoBytes', 'videoSeconds', 'voiceSeconds'],
] as const
export type TermName = (typeof termNames)[number]
export type Terms = Pick<Settings, TermName>

/** Of these values what phones are told; `sight/terms.ts` says whose. */
export const termsOf = (values: Settings): Terms =>
  Object.fromEntries(termNames.map((name) => [name, values[name]])) as Terms

/** What counts for a ticket: its own version for what was promised with it, the newest for all else. */
export const settingsFor = (own: Settings, newest: Settings): Settings =>
  own === newest ? newest : made((name) => (settings[name].holds === 'ticket' ? own : newest)[name])
