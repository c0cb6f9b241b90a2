// The history of a ticket, replayed through the tables: every state must have been reached by a legal move.
import type { MoveName } from '../../miniprogram/domain/door/inputs'
import { lifecycleOf } from '../../miniprogram/domain/door/lifecycle'
import { ticketStates } from '../../miniprogram/domain/subjects'
import type { Move } from '../../miniprogram/domain/engine/table'
import type { Ticket, TicketEvent } from '../../miniprogram/domain/ticket/ticket'
import { visit as visits } from '../../miniprogram/domain/subjects'

type Row = Move

interface Replayed {
  state: string
  visits: Map<string, string>
  wrong: string[]
}

/** What the history does not explain; [] when it leads to the ticket as it is. */
export function illegal(ticket: Ticket): string[] {
  const [first, ...rest] = ticket.events
  const play: Replayed = { state: first!.to, visits: new Map(), wrong: [] }
  for (const event of rest) step(ticket, event, play)
  const states = ticket.visits.map((visit) => visit.state)
  if (play.state !== ticket.state) play.wrong.push(`history ends in ${play.state}, ticket in ${ticket.state}`)
  if (String([...play.visits.values()]) !== String(states))
    play.wrong.push(`visits by history ${[...play.visits.values()]}, in the ticket ${states}`)
  return play.wrong
}

function step(ticket: Ticket, event: TicketEvent, play: Replayed): void {
  const own = lifecycleOf(ticket).moves[event.move as MoveName]
  const row = (own ?? visits.moves[event.move as MoveName]) as Row | undefined
  if (!row) return void play.wrong.push(`no move ${event.move}`)
  if (event.from !== face(play)) play.wrong.push(`${event.move} from ${event.from}, was ${face(play)}`)
  if (!row.by.includes(event.as)) play.wrong.push(`${event.move} by ${event.as}`)
  if (own) onTicket(event, row, play)
  else onVisit(event, row, play)
  if (event.to !== face(play)) play.wrong.push(`${event.move} to ${event.to}, is ${face(play)}`)
}

function face({ state, visits: known }: Replayed): string {
  return state === 'visiting' ? [...known.values()].pop()! : state
}

function onTicket(event: TicketEvent, row: Row, play: Replayed): void {
  const last = [...play.visits.keys()].pop()
  if (!row.from.includes(play.state)) play.wrong.push(`${event.move} from ${play.state}`)
  if (event.move === 'assign') play.visits.set(`v${play.visits.size + 1}`, 'planning')
  if (row.to === 'cancelled' && play.state === 'visiting') play.visits.set(last!, 'withdrawn')
  goTo(event, row, play, row.to ?? play.state)
}

function onVisit(event: TicketEvent, row: Row, play: Replayed): void {
  const id = event.visit!
  const before = play.visits.get(id) ?? 'none'
  if (!row.from.includes(before)) play.wrong.push(`${event.move} from ${before}`)
  play.visits.set(id, row.turns?.[before] ?? row.to ?? before)
  goTo(event, row, play, play.state)
}

// Where a rule lifts the ticket depends on data: the target must be one of those that the row names.
function goTo(event: TicketEvent, row: Row, play: Replayed, usual: string): void {
  const next = event.to in ticketStates ? event.to : 'visiting'
  const allowed = [usual, ...(row.lifts ?? []).map((rule) => rule.to)]
  if (!allowed.includes(next)) play.wrong.push(`${event.move} leads to ${next}, not to ${allowed}`)
  play.state = next
}
