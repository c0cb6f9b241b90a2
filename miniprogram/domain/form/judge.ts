// What is typed, judged by its schema and by the clock. A schema is a value and knows no time: a requirement that looks
// at the clock stands in its metadata as `timely`, and whoever has a clock, the phone or the door, judges it here.
import * as v from 'valibot'

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
  const result = v.safeParse(schema, input)
  if (!result.success) return { ok: false, fields: fieldErrors(result.issues) }
  const fields: Errors = {}
  look(schema, result.output, now, [], fields)
  return Object.keys(fields).length === 0 ? { ok: true, output: result.output } : { ok: false, fields }
}

/** Issues of a schema as field path → message, the first of each field. */
export function fieldErrors(issues: readonly v.BaseIssue<unknown>[]): Errors {
  const errors: Errors = {}
  for (const issue of issues) {
    const path = v.getDotPath(issue) ?? ''
    errors[path] ??= issue.message
  }
  return errors
}

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
  if ('entries' in schema) {
    const values = value as Readonly<Record<string, unknown>>
    const entries = Object.entries(schema.entries as Record<string, v.GenericSchema>)
    return entries.map(([key, part]) => [key, part, values[key]])
  }
  if ('item' in schema) {
    const item = schema.item as v.GenericSchema
    return (value as readonly unknown[]).map((one, i) => [String(i), item, one])
  }
  if (schema.type === 'variant' || schema.type === 'union') {
    const { options } = schema as v.GenericSchema & { options: readonly v.GenericSchema[] }
    const found = options.find((one) => v.is(one, value))
    return found ? [['', found, value]] : []
  }
  return []
}
