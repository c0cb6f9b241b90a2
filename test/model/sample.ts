// Something that a schema lets through: what random stories type for a move that nobody said anything truer about.
import type * as v from 'valibot'
import { isoDay } from '../../miniprogram/domain/calendar/format'
import { DAY, HOUR } from '../../miniprogram/domain/calendar/units'
import { judge } from '../../miniprogram/domain/form/judge'

/** What valibot's schemas have beside their type. */
interface Shape {
  type: string
  entries?: Readonly<Record<string, v.GenericSchema>>
  wrapped?: v.GenericSchema
  item?: v.GenericSchema
  options?: readonly unknown[]
  literal?: unknown
}

/** An input that the schema takes at this time; throws when a schema asks for what is not foreseen here. */
export function sampleOf(schema: v.GenericSchema, now: number): unknown {
  const found = candidates(schema, now).find((one) => judge(schema, one, now).ok)
  if (found === undefined) throw new Error(`no sample of ${schema.type}: say what is typed in inputs.ts`)
  return found
}

function candidates(schema: v.GenericSchema, now: number): unknown[] {
  const { type, entries, wrapped, item, options = [], literal }: Shape = schema
  if (entries)
    return [Object.fromEntries(Object.entries(entries).map(([name, field]) => [name, sampleOf(field, now)]))]
  if (wrapped) return [sampleOf(wrapped, now)]
  if (item) return [[], [sampleOf(item, now)]]
  if (type === 'literal') return [literal]
  if (type === 'boolean') return [true]
  if (type === 'number') return [1, now + HOUR, now - HOUR, now + DAY]
  if (type === 'string') return ['如实', 'sample-1', isoDay(now), isoDay(now + DAY), '13800000000', '']
  return [...options]
}
