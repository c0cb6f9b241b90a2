// docs/contract.md: every action and every move with its fields, from the schemas that both sides use.
import * as v from 'valibot'
import { inputs, moveInputs } from '../../miniprogram/domain/door/inputs'
import { row, table } from './markdown'

interface Parts {
  entries?: Record<string, v.GenericSchema>
  /** Of a schema that has several forms. */
  options?: readonly Schema[]
  pipe?: readonly unknown[]
}
type Schema = v.GenericSchema & Parts

/** The whole page. */
export function contractPage(): string {
  return [
    '# Contract',
    '',
    'Made by `npm run docs` from `miniprogram/domain/door/inputs.ts`: do not edit. Unknown keys are refused. Answers: `typings/contract.d.ts`.',
    '',
    '## Actions',
    '',
    ...section(inputs),
    '',
    '## What a move takes',
    '',
    ...section(moveInputs),
  ].join('\n')
}

function section(schemas: Record<string, unknown>): string[] {
  const rows = Object.entries(schemas).map(([name, schema]) => row(`\`${name}\``, fields(schema as Schema)))
  return [table(['name', 'fields'], rows)]
}

function fields(schema: Schema): string {
  const forms = schema.options?.filter((one) => one.entries) ?? [schema]
  const entries = Object.entries(
    Object.assign({}, ...forms.map((one) => one.entries)) as Record<string, Schema>,
  )
  if (entries.length === 0) return '—'
  return entries.map(([key, entry]) => `${key}${title(entry)}`).join(', ')
}

function title(schema: v.GenericSchema): string {
  const words = v.getTitle(schema as Parameters<typeof v.getTitle>[0])
  return words ? ` ${words}` : ''
}
