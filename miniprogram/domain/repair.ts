// 报修: the lifecycle of a repair ticket. While a visit is on, visit.ts tells the state.
import * as alarms from './moves/alarms'
import * as dispatch from './moves/dispatch'
import * as help from './moves/help'
import * as intake from './moves/intake'
import * as merging from './moves/merging'
import * as quote from './moves/quote'
import * as record from './moves/record'
import * as returning from './moves/returning'
import * as rewriting from './moves/rewriting'
import * as site from './moves/site'
import * as survey from './moves/survey'
import * as wishes from './moves/wishes'
import { servedStates } from './states'
import type { Lifecycle } from './table'
import type { ServedState } from './ticket'

export const repair: Lifecycle<ServedState> = {
  title: '报修',
  start: 'submitted',
  states: servedStates,
  moves: {
    ...intake.ticketMoves,
    ...site.ticketMoves,
    ...quote.ticketMoves,
    ...dispatch.ticketMoves,
    ...survey.ticketMoves,
    ...returning.ticketMoves,
    ...rewriting.ticketMoves,
    ...record.ticketMoves,
    ...help.ticketMoves,
    ...wishes.ticketMoves,
    ...merging.ticketMoves,
    ...alarms.ticketMoves,
  },
}
