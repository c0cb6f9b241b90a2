// What is typed, judged by its schema and by the clock. A schema is a value and knows no time: a requirement that looks
// at the clock stands in its metadata as `timely`, and whoever has a clock, the phone or the door, judges it here.
import * as v from 'valibot'
import { refusing, titleAt } from './refusing'

/** What is wrong with a value at an instant (epoch ms), in the person's words; '' when it is well. */
export type Timely = (value: unknown, now: number) => string

/** Wrong fields: path → words. */
export type Errors = Record<string, string>

export type Judged<Output> = { ok: true; output: Output } | { ok: false; fields: Errors }

/** The input trimmed and checked at an instant; unknown keys are refused. */
export function judge<T>(schema: v.GenericSchema<unknown, T>, input: unknown, now: number): Judged<T>
export function judge<S extends v.GenericSchema>(
  schema: S,
  input: unknown,
  now: number,
): Judged<v.InferOutput<S>>
export function judge(schema: v.GenericSchema, input: unknown, now: number): Judged<unknown> {
  const long = tooLong(schema, input, [])
  if (long) return { ok: false, fields: long }
  const result = v.safeParse(schema, input, { message: (issue) => ownWords(schema, issue) })
  if (!result.success) return { ok: false, fields: fieldErrors(result.issues) }
  const fields: Errors = {}
  look(schema, result.output, now, [], fields)
  return Object.keys(fields).length === 0 ? { ok: true, output: result.output } : { ok: false, fields }
}

/** A refusal is read by a person: more than these he would not read, and nobody makes it longer by what he sends. */
const MOST = 20
const LONGEST_PATH = 80

/** Issues of a schema as field path → message, the first of each field, and of so many fields. */
export function fieldErrors(issues: readonly v.BaseIssue<unknown>[]): Errors {
  const errors: Errors = {}
  for (const issue of issues) {
    const path = (v.getDotPath(issue) ?? '').slice(0, LONGEST_PATH)
    errors[path] ??= issue.message
    if (Object.keys(errors).length === MOST) return errors
  }
  return errors
}

const ownWords = (schema: v.GenericSchema, issue: v.BaseIssue<unknown>): string =>
  refusing(
    issue,
    titleAt(
      schema,
      (issue.path ?? []).map(({ key }) => key),
    ),
  )

/** The first list that is longer than its schema allows: that is said before anything in it is looked at. */
function tooLong(schema: v.GenericSchema, value: unknown, path: string[]): Errors | null {
  const most = limitOf(schema)
  const length = Array.isArray(value) ? value.length : isRecord(value) ? Object.keys(value).length : 0
  if (most !== null && length > most.requirement)
    return {
      [path.join('.')]: most.message ?? `${v.getTitle(schema) ?? '这一项'}最多 ${most.requirement} 项`,
    }
  for (const [key, part, within] of partsOf(schema, value)) {
    const found = tooLong(part, within, key === '' ? path : [...path, key])
    if (found) return found
  }
  return null
}

interface Limit {
  requirement: number
  message: string | undefined
}

/** How many items a list or a record may have; null where nothing is said. */
function limitOf(schema: v.GenericSchema): Limit | null {
  const { pipe = [] } = schema as {
    pipe?: readonly { type?: string; requirement?: unknown; message?: unknown }[]
  }
  const found = pipe.find(({ type }) => type === 'max_length' || type === 'max_entries' || type === 'length')
  if (typeof found?.requirement !== 'number') return null
  return {
    requirement: found.requirement,
    message: typeof found.message === 'string' ? found.message : undefined,
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function look(schema: v.GenericSchema, value: unknown, now: number, path: string[], errors: Errors): void {
  if (value === null || value === undefined) return
  const { timely } = v.getMetadata(schema) as { timely?: Timely }
  const words = timely?.(value, now) ?? ''
  if (words !== '') errors[path.join('.')] ??= words
  for (const [key, part, within] of partsOf(schema, value))
    look(part, within, now, key === '' ? path : [...path, key], errors)
}

type Part = [key: string, schema: v.GenericSchema, value: unknown]

/** The schemas within a schema, each with what it judges; '' for one that judges the same value. */
function partsOf(schema: v.GenericSchema, value: unknown): Part[] {
  if ('wrapped' in schema) return [['', schema.wrapped as v.GenericSchema, value]]
  if ('entries' in schema && isRecord(value)) {
    const entries = Object.entries(schema.entries as Record<string, v.GenericSchema>)
    return entries.map(([key, part]) => [key, part, value[key]])
  }
  if ('item' in schema && Array.isArray(value)) {
    const item = schema.item as v.GenericSchema
    return value.map((one, i) => [String(i), item, one])
  }
  if (schema.type === 'variant' || schema.type === 'union') return chosen(schema, value)
  return []
}

/** Of a variant the option that the value names, of a union the one that it fits. */
function chosen(schema: v.GenericSchema, value: unknown): Part[] {
  const { key, options } = schema as v.GenericSchema & { key?: string; options: readonly v.GenericSchema[] }
  const named = (one: v.GenericSchema): boolean => {
    const { entries } = one as v.GenericSchema & { entries?: Record<string, v.GenericSchema> }
    const part = entries?.[key ?? '']
    return part !== undefined && isRecord(value) && v.is(part, value[key ?? ''])
  }
  const found = options.find(key === undefined ? (one) => v.is(one, value) : named)
  return found ? [['', found, value]] : []
}
