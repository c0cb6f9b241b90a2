// A telling as a subscribe message: each field within WeChat's limits.
import { cut, wechatTime } from '../calendar/format'
import type { TemplateKey } from '../company/templates'
import { machineWords, type Tell, type Ticket } from './ticket'

/** The fields of a subscribe message, each within WeChat's limits; keys are the template's. */
export function fillTemplate(
  ticket: Ticket,
  tell: Pick<Tell, 'template' | 'title' | 'words'>,
  phrase: string,
  now: number,
): Record<string, string> {
  const machine = cut(machineWords(ticket.equipment), 20)
  const visit = ticket.visits[ticket.visits.length - 1]
  const engineer = cut(visit?.crew[0]?.name ?? ticket.holder?.name ?? '客户服务部', 10)
  // each field says what its label says: when he is there, when he was done, until when it is answered
  const arrival = wechatTime(visit?.arrivedAt ?? visit?.eta ?? visit?.arriveBy ?? ticket.due ?? now)
  const done = wechatTime(visit?.leftAt ?? now)
  const holder = cut(ticket.holder?.name ?? '客户服务部', 10)
  const due = wechatTime(ticket.due ?? now)
  const words = cut(tell.words || tell.title, 20)
  const fields: Record<TemplateKey, Record<string, string>> = {
    T1: { character_string1: ticket.no, phrase2: phrase, name3: holder, time4: due, thing5: words },
    T2: { name1: engineer, time2: arrival, thing3: machine, thing4: words },
    T3: { thing1: cut(tell.title, 20), time2: due, thing3: words },
    T4: { name1: engineer, time2: done, thing3: machine, thing4: words },
    T5: { character_string1: ticket.no, phrase2: phrase, time3: due, thing4: words },
    T6: { thing1: cut(tell.title, 20), thing2: cut(ticket.companyName, 20), time3: due, thing4: words },
  }
  return fields[tell.template]
}
