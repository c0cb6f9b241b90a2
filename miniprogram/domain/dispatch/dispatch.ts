// 派工: who goes, with whom, when (第十八条); rejecting and reassigning hand everything over.
import * as v from 'valibot'
import { jobOf, prepItems } from '../company/checklists'
import { dayTime, dayWords, shortTime } from '../calendar/format'
import { decided, nameOf, type Name } from '../ticket/parts'
import { servedStates } from '../repair/states'
import { pause, resume } from '../ticket/pausing'
import { at, date, flag, id, words } from '../form/schema'
import {
  inputOf,
  type Checks,
  type Draft,
  type Moves,
  type Tellings,
  type Input,
  type VisitMoves,
  type VisitChecks,
  type VisitTellings,
} from '../ticket/table'
import { visitOf, type Ticket } from '../ticket/ticket'
import { emptyVisit, type Helper } from '../visit/parts'
import { boardPage, lendPage, owner, person, role } from '../ticket/telling'

/** What a part that has come means for the job. */
export const partHereWords = `备件已到,${servedStates.verified.staff}`

const inOrder = <T extends { arriveBy: number; finishBy: number }>(job: T) => job.finishBy > job.arriveBy

export const inputs = {
  assign: v.pipe(
    v.strictObject({
      engineer: id,
      /** More of our own people, and people of workshops who are asked for. */
      companions: v.pipe(v.array(id), v.maxLength(6, '最多 6 位随行'), v.title('随行人员')),
      task: words('任务', 100),
      arriveBy: at('到达时间', 'visit'),
      finishBy: at('完成时间', 'visit'),
      /** The manager has seen that he is busy or absent then. */
      despite: flag('已知时间冲突,仍派'),
    }),
    v.forward(v.partialCheck([['arriveBy'], ['finishBy']], inOrder, '完成时间应在到达之后'), ['finishBy']),
  ),
  reject: v.strictObject({ reason: words('不能接单的原因', 200) }),
  waitPart: v.strictObject({ name: words('等什么备件', 60), eta: date('预计到货', 'awaited') }),
  partArrived: v.strictObject({}),
} as const

const isCrew = (roles: readonly string[]) => roles.includes('engineer') || roles.includes('technical')
const engineerOf = ({ input, facts }: Draft) =>
  facts.staff.find((one) => one.pid === (input as { engineer: string }).engineer && isCrew(one.roles))

/** 周海 11月25日(周三)已有安排:…; null when all who are named are free. */
function clashOf({ input, facts }: Draft): string | null {
  const { engineer, companions, arriveBy, finishBy } = input as Input<typeof inputs.assign>
  const clash = (facts.away ?? []).find(
    ({ pid, from, to }) => [engineer, ...companions].includes(pid) && from < finishBy && arriveBy < to,
  )
  if (!clash) return null
  const name = facts.staff.find((one) => one.pid === clash.pid)?.name ?? ''
  return `${name} ${dayWords(Math.max(clash.from, arriveBy))}${clash.words}`
}

export const checks = {
  engineerKnown: {
    onInput: true,
    field: 'engineer',
    holds: (at) => engineerOf(at) !== undefined,
    words: () => '请选择在岗的客户服务人员',
  },
  companionsKnown: {
    onInput: true,
    field: 'companions',
    article: '15',
    holds: (at) => {
      const { companions, engineer } = inputOf(at, inputs.assign)
      const known = (pid: string) =>
        at.facts.staff.some((one) => one.pid === pid && (isCrew(one.roles) || one.roles.includes('workshop')))
      const once = new Set([engineer, ...companions]).size === companions.length + 1
      return once && companions.every(known)
    },
    words: () => '随行人员须是在岗的客户服务人员或车间人员,每人一次',
  },
  freeThen: {
    onInput: true,
    field: 'despite',
    article: '18.2',
    wayOut: '换人,或确认后仍派',
    holds: (at) => inputOf(at, inputs.assign).despite || clashOf(at) === null,
    words: (at) => clashOf(at) ?? '',
  },
} satisfies Checks

export const visitChecks = {
  leads: {
    holds: (at) => at.visit.crew[0]?.pid === at.actor.pid,
    words: () => '只有带队的工程师可以退回整单',
  },
} satisfies VisitChecks

export const tells = {
  assigned: (at) => {
    const job = visitOf(at.ticket)!
    return owner(
      at,
      'T2',
      '已安排工程师',
      `工程师${job.crew[0]!.name} ${shortTime(job.arriveBy, at.now)}前到`,
    )
  },
  jobFor: (at) => {
    const job = visitOf(at.ticket)!
    const text = `${at.ticket.subject},${shortTime(job.arriveBy, at.now)}前到`
    return job.crew.map(({ pid }) => person(at.ticket, pid, '新任务', text))
  },
  lendAsked: (at) =>
    visitOf(at.ticket)!.helpers.length > 0
      ? role(
          'workshop',
          '请求派出车间人员',
          `${at.ticket.companyName} ${visitOf(at.ticket)!.task}`,
          lendPage(at.ticket),
        )
      : [],
  partAwaited: (at) =>
    owner(
      at,
      'T1',
      servedStates.waiting_part.customer,
      `等${at.ticket.waitingPart!.name},${at.ticket.waitingPart!.eta}到`,
    ),
  partHere: (at) =>
    role('manager', partHereWords, `${at.ticket.no} ${at.ticket.companyName}`, boardPage(at.ticket)),
} satisfies Tellings

export const visitTells = {
  rejected: (at) =>
    role(
      'manager',
      '接单被退回',
      `${at.actor.name} 不能接:${at.visit.withdrawn!.note}`,
      boardPage(at.ticket),
    ),
} satisfies VisitTellings

const helperOf = ({ pid, name, title }: Name): Helper => ({ pid, name, title, lent: null, normsAt: null })

function newVisit({ ticket, input, actor, facts }: Draft<Input<typeof inputs.assign>>): void {
  const chosen = [input.engineer, ...input.companions].map((pid) =>
    facts.staff.find((one) => one.pid === pid)!,
  )
  const workshop = chosen.filter((one) => !isCrew(one.roles))
  const own = chosen.filter((one) => isCrew(one.roles))
  ticket.visits.push({
    ...(JSON.parse(JSON.stringify(emptyVisit)) as typeof emptyVisit),
    id: `v${ticket.visits.length + 1}`,
    crew: own.map(nameOf),
    helpers: workshop.map(helperOf),
    task: input.task,
    arriveBy: input.arriveBy,
    finishBy: input.finishBy,
    assignedBy: nameOf(actor),
    prep: prepItems(jobOf(ticket.kind, ticket.install?.mode ?? null), ticket.equipment.model),
  })
}

/** Ends a visit that does not take place. */
export function withdraw(ticket: Ticket, actor: Name, now: number, reason: string): void {
  const visit = visitOf(ticket)
  if (!visit || ticket.state !== 'visiting') return
  visit.state = 'withdrawn'
  visit.withdrawn = decided(actor, now, false, reason)
}

export const servedMoves = {
  assign: {
    label: '派工',
    archive: 'visit',
    from: ['verified', 'site_ready'],
    to: 'visiting',
    by: ['manager', 'coordinator'],
    needs: ['siteConfirmed', 'engineerKnown', 'companionsKnown', 'freeThen'],
    article: '18.2',
    primary: true,
    tells: ['assigned', 'jobFor', 'lendAsked'],
    words: ({ ticket }) => {
      const job = visitOf(ticket)!
      const more = [...job.crew.slice(1), ...job.helpers].map((one) => one.name)
      return `派给 ${job.crew[0]!.name}${more.length > 0 ? `,随行 ${more.join('、')}` : ''},${dayTime(job.arriveBy)} 前到达`
    },
    does: newVisit,
  },
  waitPart: {
    label: '等备件',
    archive: 'part',
    from: ['verified'],
    to: 'waiting_part',
    by: ['coordinator', 'manager'],
    article: '14',
    tells: ['partAwaited'],
    words: ({ input }) => `等待备件:${input.name},预计 ${input.eta} 到`,
    does: ({ ticket, input, actor, now }) => {
      ticket.waitingPart = input
      pause(ticket, servedStates.waiting_part.staff, now, actor.name)
    },
  },
  partArrived: {
    label: '备件已到',
    archive: 'part',
    from: ['waiting_part'],
    to: 'verified',
    by: ['coordinator', 'manager'],
    article: '14',
    primary: true,
    tells: ['partHere'],
    words: ({ ticket }) => `备件已到:${ticket.waitingPart!.name}`,
    does: ({ ticket, now, facts }) => resume(ticket, now, facts.settings),
  },
} as const satisfies Moves<typeof inputs>

const notYetThere = ['planning', 'trip_pending', 'preparing'] as const

export const visitMoves = {
  reject: {
    label: '不能接单',
    archive: 'handling',
    from: notYetThere,
    to: 'withdrawn',
    by: ['crew'],
    when: ['leads'],
    article: '18.1',
    lifts: [{ when: 'always', to: 'verified' }],
    tells: ['rejected'],
    words: ({ input, actor }) => `${actor.name} 不能接单:${input.reason}`,
    customerWords: () => '工程师时间有变,正在重新安排',
    does: ({ visit, input, actor, now }) => {
      visit.withdrawn = decided(actor, now, false, input.reason)
    },
  },
} as const satisfies VisitMoves<typeof inputs>
