// What is left of a ticket for those who see less of it: a workshop and its people before the job is theirs (第十五条),
// and who analyses faults (第十、十一条).
import type { Relation } from '../../../miniprogram/domain/ticket/people'
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

/** For the analysis of a fault: what happened, was found and done, with its photos; no prices, no numbers to call. */
export function analysisOf(view: TicketView): TicketView {
  return {
    ...view,
    verification: null,
    quote: null,
    manager: null,
    merged: [],
    timeline: view.timeline.filter(({ words }) => !words.includes('¥')),
    visits: view.visits.map((visit) => ({
      ...visit,
      engineer: { ...visit.engineer, phone: null },
      extras: [],
      receipt: null,
      survey: null,
      inside: visit.inside && { ...visit.inside, trip: null, route: null, paper: null, exception: null },
    })),
  }
}
