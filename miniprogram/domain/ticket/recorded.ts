// 代记: whoever of the customer's is silent in the mini-program answers by phone, in a letter or on paper. A move that
// only the customer's people make has a twin for the office, made of its row: who said it, when, how and what, beside
// what the move itself takes. The customer is told of it and may object (wishes/objection.ts).
import * as v from 'valibot'
import { dayTime } from '../calendar/format'
import type { Move } from '../engine/table'
import { at, choice, media, words } from '../form/schema'
import type { Kind as Seeable } from '../sight/kinds'
import type { Relation } from './people'
import { nameOf } from './parts'
import type { Draft, Filed, Schemas } from './table'

export const saidHow = { phone: '电话', letter: '来函', paper: '书面' } as const

/** What every twin takes beside the move's own fields. */
const said = {
  who: words('谁说的', 20),
  saidAt: at('什么时候说的', 'said'),
  how: choice('怎么说的', saidHow),
  said: words('说了什么', 300),
  media: v.optional(media, []),
}
type Said = v.StrictObjectSchema<typeof said, undefined>
type SaidInput = v.InferOutput<Said>
type SaidGiven = v.InferInput<Said>

/** In front of a twin's label; the page that lists what was said leaves it out. */
export const twinMark = '代记:'

type Row = Move<Draft, string, Relation, Seeable> & Filed
type Table = Readonly<Record<string, Row>>
/** The moves of a table that have a twin made of them. */
export type Twinned<T> = {
  [M in keyof T & string]: T[M] extends { readonly recorded: true } ? M : never
}[keyof T & string]
export type TwinName<M extends string> = `${M}Said`
export type WithTwins<T> = T & { readonly [M in Twinned<T> as TwinName<M>]: T[M] }

export const twinName = <M extends string>(move: M): TwinName<M> => `${move}Said`

/** What twins take, typed by the moves that they are twins of. */
export type TwinInputs<I extends Schemas, M extends string> = {
  readonly [N in M as TwinName<N>]: N extends keyof I
    ? v.GenericSchema<SaidGiven & v.InferInput<I[N]>, SaidInput & v.InferOutput<I[N]>>
    : never
}

/** The schema of a twin; throws for a move whose own schema is no plain object. */
export function twinInput(move: string, schema: v.GenericSchema): v.GenericSchema {
  if (!('entries' in schema)) throw new Error(`${move} takes no plain object: it has no twin`)
  return v.strictObject({ ...(schema.entries as v.ObjectEntries), ...said })
}

/** A twin's schema without the files, which a page asks for in its own way. */
export function withoutMedia(schema: v.GenericSchema): v.GenericSchema {
  const entries = 'entries' in schema ? (schema.entries as v.ObjectEntries) : {}
  return v.strictObject(Object.fromEntries(Object.entries(entries).filter(([path]) => path !== 'media')))
}

const office: readonly Relation[] = ['coordinator', 'manager']

const inputOf = (at: Draft): Partial<SaidInput> & { note?: string } => at.input as Partial<SaidInput>

/** The customer as the office heard him: what he may say in the mini-program he may say on the phone. */
function speaks(at: Draft): void {
  at.recorder = nameOf(at.actor)
  at.actor = { pid: '', name: inputOf(at).who ?? '', title: '客户', relations: ['owner', 'payer'] }
}

function write(move: string, at: Draft): void {
  const { who = '', saidAt = at.now, how, said: what = inputOf(at).note ?? '' } = inputOf(at)
  const by = at.recorder ?? nameOf(at.actor)
  const one = { move, who, saidAt, how: how ?? '', said: what, by, at: at.now }
  at.ticket.recorded = [...(at.ticket.recorded ?? []), one]
}

const told = (row: Row): readonly string[] => [...(row.tells ?? []), 'recordedTold']

function heard(at: Draft): string {
  const { who = '', saidAt = at.now, how = 'phone', said: what = '' } = inputOf(at)
  return `${who} ${dayTime(saidAt)} ${saidHow[how]}说「${what}」`
}

/** The same move, made by the office for who said it. */
function twinOf(move: string, { customerWords, ...row }: Row): Row {
  const plain = customerWords ?? ((at: Draft) => row.words(at))
  return {
    ...row,
    label: `${twinMark}${row.label}`,
    by: office,
    recorded: undefined,
    primary: false,
    internal: false,
    tells: told(row),
    speaks,
    words: (at) => `${heard(at)}:${row.words(at)}`,
    // what was said in the customer's name he reads, so that he may object
    customerWords: (at) => `${heard(at)}:${plain(at)}`,
    does: (at) => {
      row.does?.(at)
      write(move, at)
    },
  }
}

/** A twin by hand: it is kept and told as the others. */
const noted = (move: string, row: Row): Row => ({
  ...row,
  tells: told(row),
  does: (at) => {
    row.does?.(at)
    write(move, at)
  },
})

/** A table with the twins of its moves, each after all others. */
export function withTwins<const T extends object>(moves: T): WithTwins<T>
export function withTwins(moves: Table): Table {
  const rows = Object.entries(moves)
  const own = rows.map(([move, row]) => [move, row.records ? noted(move, row) : row] as const)
  const twins = rows
    .filter(([, row]) => row.recorded === true)
    .map(([move, row]) => [twinName(move), twinOf(twinName(move), row)] as const)
  return Object.fromEntries([...own, ...twins])
}
