// What a workshop and its people see of a job before it is theirs (第十五条): where, what, when, who is asked for.
import type { Relation } from '../../../miniprogram/domain/people'
import type { TicketView } from '../../../typings/contract'

const outside: readonly Relation[] = ['workshop', 'helper']

/** Whether somebody is asked for and not yet of the crew, or answers for the workshop only. */
export const seesOutline = (relations: readonly Relation[]): boolean =>
  relations.length > 0 && relations.every((one) => outside.includes(one))

/** The outline: no words of the customer, no photos, no history, no prices; the phone is masked already. */
export function outlineOf(view: TicketView): TicketView {
  return {
    ...view,
    outline: true,
    description: '',
    verification: null,
    media: [],
    quote: null,
    timeline: [],
    merged: [],
    visits: view.visits.map((visit) => ({
      ...visit,
      extras: [],
      delays: [],
      report: null,
      receipt: null,
      survey: null,
      media: [],
      inside: visit.inside && {
        ...visit.inside,
        trip: null,
        route: null,
        prep: [],
        paper: null,
        exception: null,
      },
    })),
  }
}
