// What the clock does: warns before a deadline, escalates after it, never twice for one deadline (第十八条第1项, 第十七条).
import * as v from 'valibot'
import { alarms, type Alarm } from './alarms'
import { alarms as dayAlarms } from '../installation/moves'
import { alarms as helpAlarms } from '../onsite/help'
import { dayTime, isoDay, minutesWords } from '../calendar/format'
import { openServed, servedStates } from '../repair/states'
import type { Checks, Draft, Moves, Tellings } from '../ticket/table'
import { visitOf, type Ticket } from '../ticket/ticket'
import { jobPage, owner, person, role } from '../ticket/telling'
import { workingMinutes } from '../calendar/working-time'
import { calendarOf, dueIn } from '../company/deadlines'
import { said, type Settings } from '../company/settings'

const nothing = v.strictObject({})

export const inputs = { warn: nothing, escalate: nothing, helpLate: nothing, dayReportLate: nothing } as const

type Alarms = (ticket: Ticket, settings: Settings) => Alarm[]
const isDue = (of: Alarms, move: keyof typeof inputs) => (at: Draft) =>
  of(at.ticket, at.facts.settings).some((alarm) => alarm.move === move && alarm.at <= at.now)

export const checks = {
  // to warn is too late once the time is over
  warnDue: { holds: (at) => isDue(alarms, 'warn')(at) && at.now < at.ticket.due!, words: () => '' },
  escalateDue: { holds: isDue(alarms, 'escalate'), words: () => '' },
  helpLateDue: { holds: isDue(helpAlarms, 'helpLate'), words: () => '' },
  dayReportDue: { holds: isDue(dayAlarms, 'dayReportLate'), words: () => '' },
} satisfies Checks

const superior = ({ ticket, facts }: Draft) =>
  ticket.complaint || ticket.holder?.pid === facts.duty.manager?.pid
    ? facts.duty.generalManager
    : facts.duty.manager

export const tells = {
  nearDue: (at) => {
    const { ticket } = at
    if (!ticket.holder || ticket.category === 'customer') return []
    return person(
      ticket,
      ticket.holder.pid,
      '将超时',
      `${ticket.companyName} ${ticket.subject} ${dayTime(ticket.due!)} 前`,
    )
  },
  overdue: (at) => {
    const { ticket, facts } = at
    // what is done waits for our call; the customer has had his reminder of the survey
    if (ticket.category === 'done')
      return role(
        'coordinator',
        servedStates.followup.staff,
        `${ticket.companyName} ${ticket.subject}`,
        jobPage(ticket),
      )
    // who does not look at his phone is called: what he says the office writes down
    if (ticket.category === 'customer')
      return [
        owner(at, 'T1', '等您处理', '这张工单在等您处理,请查看'),
        role(
          'coordinator',
          '客户没有答复',
          `${ticket.companyName} ${ticket.subject} 请电话联系`,
          jobPage(ticket),
        ),
      ]
    const words = `${ticket.companyName} ${ticket.subject} 已超时,${ticket.holder?.name ?? ''} 处理中`
    const up = superior(at)?.pid === facts.duty.generalManager?.pid ? 'generalManager' : 'manager'
    return [role(up, '已超时', words, jobPage(ticket)), owner(at, 'T1', '抱歉超时', '抱歉超时,已上报负责人')]
  },
  helpOverdue: (at) => {
    const late = at.ticket.helps.find((help) => help.late && help.answeredAt === null)
    return late ? role('manager', '求助未答复', `${late.by.name}:${late.words}`, jobPage(at.ticket)) : []
  },
  noDayReport: (at) =>
    role('manager', '没有日报', `${at.ticket.companyName} 今天还没有安装日报`, jobPage(at.ticket)),
} satisfies Tellings

export const servedMoves = {
  warn: {
    label: '将超时提醒',
    archive: 'handling',
    from: openServed,
    by: ['timer'],
    when: ['warnDue'],
    internal: true,
    tells: ['nearDue'],
    words: ({ ticket, now, facts }) =>
      `将超时:还剩 ${minutesWords(workingMinutes(now, ticket.due!, [], calendarOf(facts.settings)))}`,
    does: ({ ticket }) => {
      ticket.warned = ticket.due
    },
  },
  escalate: {
    label: '超时上报',
    archive: 'handling',
    from: openServed,
    by: ['timer'],
    when: ['escalateDue'],
    article: '18.1',
    tells: ['overdue'],
    words: ({ ticket }) =>
      ticket.category === 'done'
        ? '已提醒内勤回访'
        : ticket.category === 'customer'
          ? '已提醒联系人处理'
          : `已超过 ${dayTime(ticket.due!)},已上报 ${ticket.escalated!.to?.name ?? '上级'}`,
    does: (at) => {
      const { ticket, now } = at
      const answerBy = dueIn(at.facts.settings, 'superiorCallMinutes', now).at
      ticket.escalated = { due: ticket.due!, at: now, to: superior(at), answerBy }
    },
  },
  helpLate: {
    label: '求助超时上报',
    archive: 'handling',
    from: openServed,
    by: ['timer'],
    when: ['helpLateDue'],
    article: '17',
    internal: true,
    tells: ['helpOverdue'],
    words: ({ facts }) => `求助超过 ${said(facts.settings, 'helpMinutes')}未答复,已告知负责人`,
    does: ({ ticket, now }) => {
      for (const help of ticket.helps) if (help.answeredAt === null && help.answerBy <= now) help.late = true
    },
  },
  dayReportLate: {
    label: '日报超时提醒',
    archive: 'day',
    from: ['visiting'],
    by: ['timer'],
    when: ['dayReportDue'],
    article: '13',
    internal: true,
    tells: ['noDayReport'],
    words: ({ now, facts }) => `${isoDay(now)} ${said(facts.settings, 'dayReportAt')} 前没有日报`,
    does: ({ ticket, now }) => {
      visitOf(ticket)!.missedDay = isoDay(now)
    },
  },
} as const satisfies Moves<typeof inputs>
