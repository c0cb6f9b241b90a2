// What a gate says, read from where it is written: a check's words, a field's message, a state's next step and clock.
import type * as v from 'valibot'
import {
  dueAfterMinutes,
  dueAfterWorkdays,
  workingMinutes,
} from '../../miniprogram/domain/calendar/working-time'
import { clockTime, minutesWords } from '../../miniprogram/domain/calendar/format'
import { defaults } from '../../miniprogram/domain/company/settings'
import type { Check } from '../../miniprogram/domain/engine/table'
import { moveInputs, type MoveName } from '../../miniprogram/domain/door/inputs'
import type { StateRow } from '../../miniprogram/domain/ticket/table'
import { instantOf } from '../../miniprogram/domain/calendar/days'

/** The sentences in a check's words, with … where a value stands. */
export function wordsOf({ words }: Check): string {
  const plain = words.toString().replace(/\$\{[^{}]*\}/g, '…')
  const found = [...plain.matchAll(/(["'`])((?:(?!\1).)*)\1/g)].map(([, , text]) => unescaped(text!))
  return found.filter((text) => /\p{Script=Han}{2}/u.test(text)).join(' / ')
}

const unescaped = (text: string): string =>
  text.replace(/\\u([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))

interface Entry {
  type: string
  message?: string
  pipe?: readonly Entry[]
}

/** What is said when a field of a move is missing; '' when the move has no such field. */
export function messageOf(move: MoveName, field: string): string {
  const schema = moveInputs[move] as v.GenericSchema & { entries?: Record<string, Entry> }
  const entry = schema.entries?.[field]
  const messages = [entry, ...(entry?.pipe ?? [])].flatMap((one) => one?.message ?? [])
  return messages.find((words) => words.startsWith('请')) ?? messages[0] ?? ''
}

/** Ticks that must be set: move and field. */
export function ticks(): [MoveName, string][] {
  return (Object.keys(moveInputs) as MoveName[]).flatMap((move) => {
    const schema = moveInputs[move] as { entries?: Record<string, Entry> }
    const set = Object.entries(schema.entries ?? {}).filter(([, entry]) => entry.type === 'literal')
    return set.map(([field]): [MoveName, string] => [move, field])
  })
}

const DAY = 480
const monday = instantOf('2026-11-23', '09:00')

/** Submitted this Monday: to be verified within a working day. */
const sample = { site: { readyOn: null }, returnAt: null, verifyBy: dueAfterWorkdays(monday, 1).at }

/** How long a state may last in words; '按约定' when the ticket itself says until when. */
export function clockOf(row: StateRow): string {
  if (!row.due) return '—'
  try {
    const due = row.due(sample as never, null, monday, defaults)
    if (!due || !Number.isFinite(due.at)) return '按约定'
    const minutes = workingMinutes(monday, due.at)
    if (dueAfterMinutes(monday, minutes).at !== due.at || clockTime(due.at) !== '17:30' || minutes < DAY)
      return minutesWords(minutes)
    return `${Math.floor(minutes / DAY)} 个工作日`
  } catch {
    return '按约定'
  }
}
