// The one list of rooms. What moves take, what must hold, who is told, what is asked of a role, when the clock looks:
// all of it is put together here, and the lifecycles with it. A new subject is a folder and a line.
import type * as v from 'valibot'
import { complaint } from './complaint/complaint'
import * as complaints from './complaint/moves'
import { complaintStates } from './complaint/states'
import * as repeating from './complaint/repeating'
import * as quote from './charge/quote'
import * as dispatch from './dispatch/dispatch'
import * as reassign from './dispatch/reassign'
import * as workshop from './dispatch/workshop'
import * as escalation from './escalation/moves'
import * as overdue from './escalation/alarms'
import type { Alarm } from './escalation/alarms'
import { inquiry } from './inquiry/inquiry'
import * as inquiries from './inquiry/moves'
import { inquiryStates } from './inquiry/states'
import * as installing from './installation/moves'
import * as merging from './intake/merging'
import * as verification from './intake/verification'
import type { Kind } from './company/kinds'
import type { Settings } from './company/settings'
import * as delay from './onsite/delay'
import * as extra from './onsite/extra'
import * as help from './onsite/help'
import * as record from './onsite/record'
import * as exception from './receipt/exception'
import * as leaving from './receipt/leaving'
import { servedStates } from './repair/states'
import * as returning from './returning/moves'
import * as rewriting from './returning/rewriting'
import * as site from './site/site'
import * as survey from './survey/moves'
import type { Move } from './engine/table'
import type { Kind as Seeable } from './sight/kinds'
import type { Relation } from './ticket/people'
import type { Draft, Filed, Lifecycle, StateRow, VisitDraft } from './ticket/table'
import type { Ask } from './ticket/asks'
import { twinInput, twinName, withTwins, type TwinInputs, type Twinned } from './ticket/recorded'
import type { Ticket, TicketState } from './ticket/ticket'
import * as road from './trip/road'
import * as own from './trip/own'
import * as trip from './trip/trip'
import type { VisitState } from './visit/parts'
import { visitStates } from './visit/states'
import * as ending from './wishes/ending'
import * as objection from './wishes/objection'
import * as cancel from './wishes/cancel'
import * as note from './wishes/note'
import * as reopen from './wishes/reopen'
import * as reschedule from './wishes/reschedule'
import * as urge from './wishes/urge'

/** The rooms of a ticket, in the order in which a person is offered their moves. */
const rooms = {
  ...{
    verification,
    site,
    quote,
    workshop,
    own,
    trip,
    road,
    record,
    installing,
    extra,
    delay,
    leaving,
    exception,
  },
  ...{ survey, returning, rewriting, dispatch, reassign, help },
  ...{ urge, note, reschedule, cancel, reopen, ending, objection, merging, overdue, escalation },
  ...{ inquiries, complaints, repeating },
}

type Rooms = typeof rooms
type Both<U> = (U extends unknown ? (one: U) => void : never) extends (both: infer B) => void ? B : never
/** What all rooms have under a name, as one table. */
type Merged<K extends string> = Both<
  { [R in keyof Rooms]: Rooms[R] extends { readonly [N in K]: infer T } ? T : never }[keyof Rooms]
>

/** All rooms' tables of a name as one; throws when two rooms have the same row. */
function merged<K extends string>(name: K): Merged<K>
function merged(name: string): object {
  const all: Record<string, unknown> = {}
  for (const room of Object.values<Readonly<Record<string, unknown>>>(rooms))
    for (const [key, row] of Object.entries(room[name] ?? {})) {
      if (key in all) throw new Error(`${name}.${key} stands in two rooms`)
      all[key] = row
    }
  return all
}

const servedMoves = withTwins(merged('servedMoves'))
const visitMoves = withTwins(merged('visitMoves'))

const ownInputs = merged('inputs')
type Twin =
  | Twinned<typeof servedMoves>
  | Twinned<typeof visitMoves>
  | Twinned<(typeof inquiry)['moves']>
  | Twinned<(typeof complaint)['moves']>

function twinInputs(): TwinInputs<typeof ownInputs, Twin>
function twinInputs(): object {
  const tables: readonly object[] = [servedMoves, visitMoves, inquiry.moves, complaint.moves]
  const known: Readonly<Record<string, v.GenericSchema>> = ownInputs
  const twinned = Object.entries(known).filter(([move]) => tables.some((one) => twinName(move) in one))
  return Object.fromEntries(
    twinned.map(([move, schema]) => [twinName(move), twinInput(move, schema)] as const),
  )
}

/** What each move takes: name → schema. */
export const moveInputs = { ...ownInputs, ...twinInputs() }
export type MoveName = keyof typeof moveInputs
/** Whether a move writes down what somebody of the customer's said. */
export const isTwin = (move: string): boolean => move in moveInputs && !(move in ownInputs)
export type MoveInput<M extends MoveName> = v.InferOutput<(typeof moveInputs)[M]>

const ticketChecks = { always: { holds: () => true, words: () => '' }, ...merged('checks') }
const visitChecks = merged('visitChecks')
/** Every named requirement. */
export const checks = { ...ticketChecks, ...visitChecks }
export type CheckName = keyof typeof checks

const ticketTells = merged('tells')
/** Every telling: who hears what. */
export const tells = { ...ticketTells, ...merged('visitTells') }
export type TellName = keyof typeof tells

/** What is asked of a role beside a ticket's state, most urgent first. */
export const asksOf = (ticket: Ticket, settings: Settings): Ask[] =>
  Object.values(rooms)
    .flatMap((room) => ('asks' in room ? room.asks(ticket, settings) : []))
    .sort((a, b) => a.due - b.due)

/** When the clock has to look at a ticket, earliest first; what has rung is left out. */
export const alarmsOf = (ticket: Ticket, settings: Settings): Alarm[] =>
  Object.values(rooms)
    .flatMap((room) => ('alarms' in room ? room.alarms(ticket, settings) : []))
    .sort((a, b) => a.at - b.at)

/** Guided from afar is a repair only. */
const fromAfar: readonly string[] = ['toRemote', 'remoteSolved', 'remoteFailed']
const onsiteMoves = Object.fromEntries(
  Object.entries(servedMoves).filter(([name]) => !fromAfar.includes(name)),
) as Omit<typeof servedMoves, 'toRemote' | 'remoteSolved' | 'remoteFailed'>
const installationMoves = { ...onsiteMoves, ...merged('installationMoves') }

type Rows<D> = { readonly [M in MoveName]?: Move<D, string, Relation, Seeable> & Filed }

export const visit: {
  title: string
  start: VisitState
  states: typeof visitStates
  moves: Rows<VisitDraft>
} = { title: '上门', start: 'planning', states: visitStates, moves: visitMoves }

interface Served extends Lifecycle {
  states: typeof servedStates
  moves: Rows<Draft>
}
export const repair: Served = {
  ...{ title: '报修', start: 'submitted', states: servedStates, moves: servedMoves },
}
/** A repair's way, with a plan of milestones; no remote guidance (第二、三、十三条). */
export const installation: Served = {
  ...{ title: '安装调试', start: 'submitted', states: servedStates, moves: installationMoves },
}

/** The lifecycle of each kind of ticket; kinds that cannot be asked for yet have none. */
export const lifecycles: { readonly [K in Kind]?: Lifecycle } = { repair, installation, inquiry, complaint }

/** The lifecycle of a kind; kinds that cannot be asked for yet have a repair's. */
export const lifecycleOf = ({ kind }: Pick<Ticket, 'kind'>): Lifecycle => lifecycles[kind] ?? repair

/** The row of a move as its kind of ticket has it; undefined for what is no move of it, as the submission. */
export const moveRow = (
  ticket: Pick<Ticket, 'kind'>,
  move: string,
): (Move<Draft, string, Relation, Seeable> & Filed) | undefined =>
  lifecycleOf(ticket).moves[move] ?? visit.moves[move as MoveName]

/** The states of every kind, each once. */
export const ticketStates: Readonly<Record<TicketState, StateRow>> = {
  ...servedStates,
  ...inquiryStates,
  ...complaintStates,
}

// Each name in a row stands in a room: a wrong one does not compile, and is named by the compiler.
type RowOf<T> = T[keyof T]
type Named<Row, K extends string> = Row extends { readonly [N in K]: readonly (infer Name)[] } ? Name : never
type Gates<Row> =
  | Named<Row, 'needs'>
  | Named<Row, 'when'>
  | (Row extends { readonly lifts: readonly { readonly when: infer Name }[] } ? Name : never)
type TicketRows = Rows<
  typeof servedMoves | typeof installation.moves | (typeof inquiry)['moves'] | (typeof complaint)['moves']
>
type VisitRows = RowOf<typeof visitMoves>
type Missing =
  | Exclude<Gates<TicketRows>, keyof typeof ticketChecks>
  | Exclude<Gates<VisitRows>, CheckName>
  | Exclude<Named<TicketRows, 'tells'>, keyof typeof ticketTells>
  | Exclude<Named<VisitRows, 'tells'>, TellName>
const nothingMissing: [Missing] extends [never] ? true : Missing = true
void nothingMissing
