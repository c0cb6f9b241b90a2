// How tellings are written: to the owner, to those who may confirm costs, to the crew, to a role of the maker's.
import { cut } from '../calendar/format'
import type { Draft, Told } from './table'
import type { RoleOnDuty, Ticket } from './ticket'
import type { TemplateKey } from '../company/templates'

export const ticketPage = (ticket: Ticket): string => `/customer/ticket/index?id=${ticket._id}`
export const casePage = (ticket: Ticket): string => `/office/case/index?id=${ticket._id}`
/** The customer's answer to the plan of his complaint. */
export const planPage = (ticket: Ticket): string => `/customer/plan/index?id=${ticket._id}`
/** All about one ticket, as the maker's people have it. */
export const jobPage = (ticket: Ticket): string =>
  ticket.complaint ? casePage(ticket) : `/field/job/index?id=${ticket._id}`
export const verifyPage = (ticket: Ticket): string => `/office/verify/index?id=${ticket._id}`
export const answerPage = (ticket: Ticket): string => `/office/answer/index?id=${ticket._id}`
export const boardPage = (ticket: Ticket): string => `/office/board/index?id=${ticket._id}`
export const lendPage = (ticket: Ticket): string => `/office/lend/index?id=${ticket._id}`
export const normsPage = (ticket: Ticket): string => `/field/norms/index?id=${ticket._id}`
export const approvePage = (ticket: Ticket): string => `/office/approve/index?id=${ticket._id}`
export const confirmPage = (ticket: Ticket, what: string): string =>
  `/customer/confirm/index?id=${ticket._id}&k=${what}`

interface More {
  page?: string
  urgent?: boolean
  template?: TemplateKey
  ifCredit?: boolean
  survey?: string
}

/** The person who asked, or his company's managers when he is not in the mini-program. Words fit a message field. */
export function owner(
  { ticket }: Pick<Draft, 'ticket'>,
  template: TemplateKey,
  title: string,
  words: string,
  more: More = {},
): Told {
  const to = ticket.ownerPid === '' ? { company: ticket.companyId } : { pid: ticket.ownerPid }
  return told(to, template, title, words, ticketPage(ticket), more)
}

/** Those of the company who may confirm costs. */
export function payers({ ticket }: Draft, title: string, words: string, page: string): Told {
  return told({ company: ticket.companyId }, 'T3', title, words, page, {})
}

/** Each of the crew on the visit. */
export function crew({ ticket, visit }: Draft, title: string, words: string, page = jobPage(ticket)): Told[] {
  return (visit?.crew ?? []).map(({ pid }) => told({ pid }, 'T6', title, words, page, {}))
}

/** One of the maker's people by pid. */
export function person(
  ticket: Ticket,
  pid: string,
  title: string,
  words: string,
  page = jobPage(ticket),
): Told {
  return told({ pid }, 'T6', title, words, page, {})
}

/** All who have a role. */
export function role(name: RoleOnDuty, title: string, words: string, page: string): Told {
  return told({ role: name }, 'T6', title, words, page, {})
}

function told(
  to: Told['to'],
  template: TemplateKey,
  title: string,
  words: string,
  page: string,
  more: More,
): Told {
  return {
    to,
    template: more.template ?? template,
    title,
    words: template === 'T6' ? words : cut(words, 20),
    page: more.page ?? page,
    urgent: more.urgent ?? false,
    ...(more.ifCredit ? { ifCredit: true } : {}),
    ...(more.survey ? { survey: more.survey } : {}),
  }
}
