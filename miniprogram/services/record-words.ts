// What was recorded, as text: for a note on the ticket, for the clipboard, never to be lost.
import * as v from 'valibot'
import { faultWords } from '../domain/company/fault-tree'
import { dayTime } from '../domain/calendar/format'
import { moveInputs, type Inputs, type MoveName } from '../domain/door/inputs'
import { results } from '../domain/onsite/record'
import type { OutboxItem } from './outbox-store'
import { moveOf } from './queued'

const LONGEST = 500

/** 服务记录(11月24日(周二)10:40 离线记录) and everything that was typed, line by line. */
export function recordWords(item: OutboxItem): string {
  const head = `${item.title}(${dayTime(item.at)}离线记录)`
  const moved = moveOf(item)
  return [head, ...(moved ? linesOf(moved.move, moved.input) : requestLines(item))].join('\n')
}

/** The text in pieces that a note takes; nothing is cut off. */
export function pieces(text: string): string[] {
  const parts: string[] = []
  for (let i = 0; i < text.length; i += LONGEST) parts.push(text.slice(i, i + LONGEST))
  return parts
}

function linesOf(move: MoveName, input: Record<string, unknown>): string[] {
  const schema = moveInputs[move] as { entries?: Record<string, v.GenericSchema> }
  return Object.entries(input).flatMap(([field, value]) => {
    const words = valueWords(field, value)
    const title = schema.entries?.[field] ? v.getTitle(schema.entries[field]) : undefined
    return words === '' ? [] : [`${title ?? field}:${words}`]
  })
}

function requestLines({ input }: OutboxItem): string[] {
  const request = 'request' in input ? input.request : (input as Inputs['ticket.submit'])
  const { description, contactName, contactPhone } = request
  return [description, `${contactName} ${contactPhone}`.trim()].filter((line) => line !== '')
}

function valueWords(field: string, value: unknown): string {
  if (field === 'media') return count(value, '个文件')
  if (field === 'ticks') return count(value, '项已勾')
  if (field === 'fault') return faultWords(String(value))
  if (field === 'result') return results[value as keyof typeof results] ?? String(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return value > 1e11 ? dayTime(value) : String(value)
  if (Array.isArray(value)) return value.map(listWords).join(';')
  return typeof value === 'string' ? value : ''
}

const count = (value: unknown, of: string): string =>
  Array.isArray(value) && value.length > 0 ? `${value.length} ${of}` : ''

const listWords = (one: unknown): string =>
  typeof one === 'object' && one !== null
    ? Object.values(one)
        .filter((part) => part !== '')
        .join(' ')
    : String(one)
