// A form made from a move's schema: label, kind and limit of each field stand there once.
import * as v from 'valibot'
import { moveInputs, type MoveName } from './inputs'

/** A field that a generic sheet can ask for. */
export interface Field {
  path: string
  label: string
  kind: 'words' | 'flag'
  /** Most characters; 0 for a flag. */
  max: number
  required: boolean
}

interface Entry {
  type: string
  pipe?: readonly { kind: string; type: string; requirement?: unknown }[]
}

/** The fields of a move; throws for a move whose fields need a page of their own. */
export function fieldsOf(move: MoveName): Field[] {
  const schema: object = moveInputs[move]
  const entries = 'entries' in schema ? (schema.entries as Record<string, Entry>) : {}
  return Object.entries(entries).map(([path, entry]) => fieldOf(move, path, entry))
}

/** What the person has not written yet. */
export const emptyInput = (fields: readonly Field[]): Record<string, string | boolean> =>
  Object.fromEntries(fields.map(({ path, kind }) => [path, kind === 'flag' ? false : '']))

function fieldOf(move: MoveName, path: string, entry: Entry): Field {
  const label = v.getTitle(entry as unknown as v.GenericSchema) ?? path
  if (entry.type === 'boolean') return { path, label, kind: 'flag', max: 0, required: false }
  if (entry.type !== 'string') throw new Error(`${move}.${path} needs a page of its own`)
  const max = limit(entry, 'max_length')
  return { path, label, kind: 'words', max: max ?? 200, required: limit(entry, 'min_length') !== null }
}

function limit(entry: Entry, type: string): number | null {
  const found = entry.pipe?.find((action) => action.kind === 'validation' && action.type === type)
  return typeof found?.requirement === 'number' ? found.requirement : null
}
