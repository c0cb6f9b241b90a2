// Who is told what after which move, by subject: written with the change, sent after it, resent by the clock.
import { complaintTold } from '../complaint/open'
import { cut, wechatTime } from '../calendar/format'
import * as alarms from '../escalation/moves'
import * as complaint from '../complaint/moves'
import * as delay from '../onsite/delay'
import * as dispatch from '../dispatch/dispatch'
import * as extra from '../onsite/extra'
import * as help from '../onsite/help'
import * as inquiry from '../inquiry/moves'
import * as install from '../installation/moves'
import * as intake from '../intake/verification'
import * as leaving from '../receipt/leaving'
import * as merging from '../intake/merging'
import * as quote from '../charge/quote'
import * as record from '../onsite/record'
import * as repeating from '../complaint/repeating'
import * as returning from '../returning/moves'
import * as rewriting from '../returning/rewriting'
import * as road from '../trip/road'
import * as site from '../site/site'
import * as survey from '../survey/moves'
import * as trip from '../trip/trip'
import * as wishes from '../wishes/wishes'
import * as workshop from '../dispatch/workshop'
import { answerPage, approvePage, role, verifyPage } from '../ticket/telling'
import type { Told, Telling } from '../ticket/table'
import type { TemplateKey } from '../company/templates'
import { machineWords, titleOf, type Tell, type Ticket } from '../ticket/ticket'

const table = {
  ...intake.tells,
  ...merging.tells,
  ...site.tells,
  ...quote.tells,
  ...dispatch.tells,
  ...workshop.tells,
  ...trip.tells,
  ...road.tells,
  ...extra.tells,
  ...delay.tells,
  ...install.tells,
  ...record.tells,
  ...leaving.tells,
  ...survey.tells,
  ...returning.tells,
  ...rewriting.tells,
  ...wishes.tells,
  ...help.tells,
  ...inquiry.tells,
  ...complaint.tells,
  ...repeating.tells,
  ...alarms.tells,
}
export type TellName = keyof typeof table
export const tells: Readonly<Record<TellName, Telling>> = table

/** Told when a ticket has just come in: of a complaint several are. */
export const submittedTells = (ticket: Ticket, now: number): Told[] =>
  ticket.complaint ? complaintTold(ticket, now) : [submittedTell(ticket)]

/** Told when a ticket has just come in: the coordinator, or first the general manager. */
export function submittedTell(ticket: Ticket): Told {
  const words = `${ticket.companyName} ${titleOf(ticket)}`
  if (ticket.inquiry) return role(ticket.inquiry.desk, '待答复', words, answerPage(ticket))
  return ticket.state === 'gm_review'
    ? role('generalManager', '特殊情况待同意', words, approvePage(ticket))
    : role('coordinator', '待核实', words, verifyPage(ticket))
}

/** The fields of a subscribe message, each within WeChat's limits; keys are the template's. */
export function fillTemplate(
  ticket: Ticket,
  tell: Pick<Tell, 'template' | 'title' | 'words'>,
  phrase: string,
  now: number,
): Record<string, string> {
  const machine = cut(machineWords(ticket.equipment), 20)
  const engineer = cut(
    ticket.visits[ticket.visits.length - 1]?.crew[0]?.name ?? ticket.holder?.name ?? '客户服务部',
    10,
  )
  const holder = cut(ticket.holder?.name ?? '客户服务部', 10)
  const due = wechatTime(ticket.due ?? now)
  const words = cut(tell.words || tell.title, 20)
  const fields: Record<TemplateKey, Record<string, string>> = {
    T1: { character_string1: ticket.no, phrase2: phrase, name3: holder, time4: due, thing5: words },
    T2: { name1: engineer, time2: due, thing3: machine, thing4: words },
    T3: { thing1: cut(tell.title, 20), time2: due, thing3: words },
    T4: { name1: engineer, time2: wechatTime(now), thing3: machine, thing4: words },
    T5: { character_string1: ticket.no, phrase2: phrase, time3: due, thing4: words },
    T6: { thing1: cut(tell.title, 20), thing2: cut(ticket.companyName, 20), time3: due, thing4: words },
  }
  return fields[tell.template]
}
