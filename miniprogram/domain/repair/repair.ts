// 报修: the lifecycle of a repair ticket. While a visit is on, visit.ts tells the state.
import * as alarms from '../escalation/moves'
import * as dispatch from '../dispatch/dispatch'
import * as help from '../onsite/help'
import * as intake from '../intake/verification'
import * as merging from '../intake/merging'
import * as quote from '../charge/quote'
import * as record from '../onsite/record'
import * as returning from '../returning/moves'
import * as rewriting from '../returning/rewriting'
import * as site from '../site/site'
import * as survey from '../survey/moves'
import * as wishes from '../wishes/wishes'
import { servedStates } from './states'
import type { Lifecycle } from '../ticket/table'
import type { ServedState } from '../ticket/ticket'

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
