// A form made from a move's schema: label, kind, limit and choices of each field stand there once.
import * as v from 'valibot'

/** A field that a generic sheet can ask for. */
export interface Field {
  path: string
  label: string
  kind: 'words' | 'flag' | 'choice' | 'time' | 'date' | 'money'
  /** Most characters of words; 0 for all others. */
  max: number
  required: boolean
  /** What can be chosen; [] for all others. */
  options: { value: string; label: string }[]
}
/** What a field holds: words, yes or no, an instant in ms, whole yuan; null when nothing is chosen yet. */
export type FieldValue = string | boolean | number | null

type Entry = v.GenericSchema & {
  pipe?: readonly { kind: string; type: string; requirement?: unknown }[]
  /** Of a nullable: the schema within. */
  wrapped?: Entry
}
/** What the page under the sheet knows already. */
const ofThePage = (entry: Entry): boolean => (v.getMetadata(entry) as { form?: string }).form === 'page'

interface Meta {
  form?: 'time' | 'date' | 'money'
  options?: Readonly<Record<string, unknown>>
}

/** The fields of a schema; throws where one needs a page of its own. `name` is said then. */
export function schemaFields(schema: v.GenericSchema, name: string): Field[] {
  const entries = 'entries' in schema ? (schema.entries as Record<string, Entry>) : {}
  return Object.entries(entries)
    .filter(([, entry]) => !ofThePage(entry))
    .map(([path, entry]) => fieldOf(name, path, entry))
}

/** What the person has not given yet; `start` holds what is proposed. */
export const emptyInput = (
  fields: readonly Field[],
  start: Readonly<Record<string, FieldValue>> = {},
): Record<string, FieldValue> =>
  Object.fromEntries(fields.map(({ path, kind }) => [path, start[path] ?? nothingOf[kind]]))

const nothingOf: Readonly<Record<Field['kind'], FieldValue>> = {
  words: '',
  flag: false,
  choice: '',
  time: null,
  date: '',
  money: null,
}

function fieldOf(name: string, path: string, entry: Entry): Field {
  const plain = entry.wrapped ?? entry
  const meta: Meta = v.getMetadata(plain)
  const label = v.getTitle(entry) ?? path
  const field = { path, label, max: 0, required: !entry.wrapped, options: [] }
  if (meta.form) return { ...field, kind: meta.form }
  if (meta.options) return { ...field, kind: 'choice', options: optionsOf(meta.options) }
  if (plain.type === 'boolean') return { ...field, kind: 'flag', required: false }
  if (plain.type === 'literal') return { ...field, kind: 'flag' }
  if (plain.type !== 'string') throw new Error(`${name}.${path} needs a page of its own`)
  const required = limit(entry, 'min_length') !== null
  return { ...field, kind: 'words', max: limit(entry, 'max_length') ?? 200, required }
}

const optionsOf = (record: Readonly<Record<string, unknown>>): Field['options'] =>
  Object.entries(record).map(([value, label]) => ({
    value,
    label: typeof label === 'string' ? label : value,
  }))

function limit(entry: Entry, type: string): number | null {
  const found = entry.pipe?.find((action) => action.kind === 'validation' && action.type === type)
  return typeof found?.requirement === 'number' ? found.requirement : null
}
