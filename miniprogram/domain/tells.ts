// Who is told what after which move: written with the change, sent after it, resent by the clock.
import { cut, dayTime, shortTime, wechatTime } from './format'
import { symptoms } from './kinds'
import { isLow } from './survey'
import type { Draft } from './table'
import type { TemplateKey } from './templates'
import type { Tell, Ticket } from './ticket'

type Told = Omit<Tell, 'id'>

const ticketPage = (ticket: Ticket) => `/customer/ticket/index?id=${ticket._id}`
const jobPage = (ticket: Ticket) => `/field/job/index?id=${ticket._id}`

function owner(
  at: Draft,
  template: TemplateKey,
  title: string,
  words: string,
  page = ticketPage(at.ticket),
  urgent = false,
): Told {
  return { to: { pid: at.ticket.ownerPid }, template, title, words, page, urgent }
}
function crew(at: Draft, title: string, words: string): Told {
  return {
    to: { pid: at.visit!.crew[0]!.pid },
    template: 'T6',
    title,
    words,
    page: jobPage(at.ticket),
    urgent: false,
  }
}
function role(
  name: 'coordinator' | 'manager' | 'generalManager',
  title: string,
  words: string,
  page: string,
): Told {
  return { to: { role: name }, template: 'T6', title, words, page, urgent: false }
}

const table = {
  verified: (at) => owner(at, 'T1', '已核实', '已核实,正在安排工程师'),
  toDispatch: (at) =>
    role(
      'manager',
      '待派工',
      `${at.ticket.companyName} ${at.ticket.equipment.model} 待派工`,
      `/office/board/index?id=${at.ticket._id}`,
    ),
  infoWanted: (at) => owner(at, 'T1', '请补充信息', cut(`请补充${at.ticket.asked}`, 20)),
  supplemented: (at) =>
    role(
      'coordinator',
      '客户已补充',
      `${at.ticket.no} 已补充,请继续核实`,
      `/office/verify/index?id=${at.ticket._id}`,
    ),
  declined: (at) => owner(at, 'T1', '未受理', cut(at.ticket.declined, 20)),
  assigned: (at) =>
    owner(
      at,
      'T2',
      '已安排工程师',
      cut(
        `工程师${at.facts.engineer!.name} ${shortTime(at.visit?.arriveBy ?? at.ticket.visits[at.ticket.visits.length - 1]!.arriveBy, at.now)}前到`,
        20,
      ),
    ),
  jobFor: (at) => {
    const job = at.ticket.visits[at.ticket.visits.length - 1]!
    return {
      to: { pid: job.crew[0]!.pid },
      template: 'T6' as const,
      title: '新任务',
      words: `${at.ticket.companyName} ${symptoms[at.ticket.symptom]},${dayTime(job.arriveBy)} 前到`,
      page: jobPage(at.ticket),
      urgent: false,
    }
  },
  departed: (at) =>
    owner(
      at,
      'T2',
      '工程师已出发',
      cut(`${at.actor.name}已出发,预计${shortTime(at.visit!.eta!, at.now)}到`, 20),
      ticketPage(at.ticket),
      true,
    ),
  arrived: (at) => owner(at, 'T2', '工程师已到达', `${at.actor.name}已到达现场`, ticketPage(at.ticket), true),
  receiptWanted: (at) =>
    owner(
      at,
      'T3',
      '请签署回执',
      '请签署回执,生成离场码',
      `/customer/receipt/index?id=${at.ticket._id}&v=${at.visit!.id}`,
      true,
    ),
  signed: (at) => crew(at, '回执已签署', '请向用户要离场码,核对后离场'),
  surveyAsked: (at) =>
    owner(
      at,
      'T4',
      '请评价本次上门',
      '请评价本次上门,约15秒',
      `/customer/rate/index?id=${at.ticket._id}&v=${at.visit!.id}`,
    ),
  rated: (at) => {
    const survey = at.visit!.survey!
    return isLow(survey.stars!) || survey.callBack
      ? role(
          'manager',
          '低分待回电',
          `${at.ticket.companyName} 评 ${survey.stars} 星,今天回电`,
          jobPage(at.ticket),
        )
      : role('coordinator', '已评价', `${at.ticket.companyName} 评 ${survey.stars} 星`, jobPage(at.ticket))
  },
} satisfies Record<string, (at: Draft) => Told>
export type TellName = keyof typeof table
export const tells: Readonly<Record<TellName, (at: Draft) => Told>> = table

/** Told to the coordinator when a ticket has just been submitted. */
export function submittedTell(ticket: Ticket): Told {
  const words = `${ticket.companyName} ${ticket.equipment.model} ${symptoms[ticket.symptom]}`
  return role('coordinator', '待核实', words, `/office/verify/index?id=${ticket._id}`)
}

/** Told to the coordinator when the survey could not reach the customer's WeChat. */
export function surveyUnsent(ticket: Ticket): Told {
  return role(
    'coordinator',
    '评价未送达',
    `${ticket.companyName} 未开启微信提醒,请电话请其评价`,
    jobPage(ticket),
  )
}

/** The fields of a subscribe message, each within WeChat's limits; keys are the template's. */
export function fillTemplate(
  ticket: Ticket,
  tell: Pick<Tell, 'template' | 'title' | 'words'>,
  phrase: string,
  now: number,
): Record<string, string> {
  const machine = cut(`${ticket.equipment.model} ${ticket.equipment.nickname}`.trim(), 20)
  const engineer = cut(
    ticket.visits[ticket.visits.length - 1]?.crew[0]?.name ?? ticket.holder?.name ?? '客户服务部',
    10,
  )
  const holder = cut(ticket.holder?.name ?? '客户服务部', 10)
  const due = wechatTime(ticket.due ?? now)
  const words = cut(tell.words, 20)
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
