// The moves of an 8D, a table: who, from where, what must hold, what is written and who is told (第十一条).
import { faultWords } from '../company/fault-tree'
import { dayWords, monthDay } from '../calendar/format'
import { nameOf } from '../ticket/parts'
import { endOfDay, workdayFrom } from '../calendar/working-time'
import type { D8CheckName } from './checks'
import { EFFECT_DAYS } from './effect'
import type { D8MoveName } from './inputs'
import { stepOf, type D8Step } from './record'
import { d8Steps, type StepKey } from './steps'
import type { D8Draft, D8Move } from './table'
import { addDays, isoDay, startOf } from '../calendar/days'

type Moves = { readonly [M in D8MoveName]: D8Move<M, D8CheckName> }

const writers = ['lead', 'technical', 'team', 'owner'] as const
const finishers = ['lead', 'owner'] as const
const alive = ['draft', 'running'] as const
const stepWords = (key: StepKey) => `${key} ${d8Steps[key].label}`

function touch(at: D8Draft, key: StepKey): D8Step {
  const step = stepOf(at.d8, key)
  step.rev += 1
  step.last = { by: nameOf(at.actor), at: at.now }
  return step
}

function write(at: D8Draft<'save'> | D8Draft<'finish'>): D8Step {
  const { input, d8 } = at
  const step = touch(at as D8Draft, input.step)
  step.values = { ...step.values, ...input.values }
  const known = new Set(d8.media.map((one) => one.id))
  for (const { id, kind, digest } of input.media)
    if (!known.has(id))
      d8.media.push({
        ...{ id, kind, digest, slot: input.step, path: `eightds/${d8._id}/${id}` },
        ...{ fileId: null, by: at.actor.pid, at: at.now },
      })
  return step
}

/** Close of business of the first working day when the 30 days are over. */
const effectDue = (on: string): number => endOfDay(isoDay(workdayFrom(startOf(addDays(on, EFFECT_DAYS)))))

const others = (pid: string, pids: readonly string[]) => [...new Set(pids)].filter((one) => one !== pid)

export const d8Moves: Moves = {
  save: {
    label: '保存',
    from: alive,
    by: writers,
    needs: ['stepOpen', 'accepted', 'unseenChange', 'ownFields'],
    article: '11',
    words: ({ input }) => `补充 ${stepWords(input.step)}`,
    does: (at) => void write(at),
  },
  finish: {
    label: '完成本步',
    from: alive,
    by: finishers,
    needs: [
      ...(['stepOpen', 'accepted', 'stepsBefore', 'faultNamed', 'd7TasksDone'] as const),
      ...(['unseenChange', 'ownFields', 'filled', 'implementedByNow'] as const),
    ],
    article: '11',
    words: ({ input, d8 }) =>
      `完成 ${stepWords(input.step)}${input.step === 'D6' ? `,${monthDay(stepOf(d8, 'D6').values.on!)}起生效` : ''}`,
    does: (at) => {
      const step = write(at)
      step.done = { by: nameOf(at.actor), at: at.now }
      if (at.d8.state === 'draft') at.d8.state = 'running'
      if (step.key === 'D6') stepOf(at.d8, 'D8').due = effectDue(step.values.on!)
    },
    tells: ({ d8, actor, input }) => {
      const next = d8.steps.find((one) => one.done === null)
      const to = next?.owner?.pid
      if (!next || !to || to === actor.pid) return []
      return [
        {
          to: { pid: to },
          title: `8D 轮到您:${stepWords(next.key)}`,
          words: `${input.step} 已完成 · ${d8.title}`,
        },
      ]
    },
  },
  redo: {
    label: '退回重做',
    from: ['running'],
    by: ['lead'],
    needs: ['stepDone'],
    article: '11',
    words: ({ input }) => `退回 ${stepWords(input.step)}:${input.reason}`,
    does: (at) => {
      const step = touch(at, at.input.step)
      step.done = null
      if (step.key === 'D6') stepOf(at.d8, 'D8').due = null
    },
    tells: ({ d8, actor, input }) => {
      const owner = stepOf(d8, input.step).owner?.pid
      if (!owner || owner === actor.pid) return []
      return [{ to: { pid: owner }, title: `8D 退回重做:${stepWords(input.step)}`, words: input.reason }]
    },
  },
  assign: {
    label: '指定负责人',
    from: alive,
    by: ['lead'],
    needs: ['notFinished', 'ownerKnown', 'dueAhead'],
    article: '11',
    words: ({ d8, input }) =>
      `${stepWords(input.step)}由 ${stepOf(d8, input.step).owner!.name} 负责,${dayWords(input.due)}前完成`,
    does: (at) => {
      const step = stepOf(at.d8, at.input.step)
      step.owner = nameOf(at.facts.staff.find((one) => one.pid === at.input.owner)!)
      step.due = at.input.due
    },
    tells: ({ d8, actor, input }) =>
      input.owner === actor.pid
        ? []
        : [
            {
              to: { pid: input.owner },
              title: `8D 请您负责:${stepWords(input.step)}`,
              words: `${dayWords(input.due)}前 · ${d8.title}`,
            },
          ],
  },
  scope: {
    label: '故障与机型',
    from: alive,
    by: ['lead'],
    article: '10',
    words: ({ input }) => `故障归类:${faultWords(input.fault)};机型:${input.models.join('、') || '全部'}`,
    does: ({ d8, input }) => {
      d8.fault = input.fault
      d8.models = [...new Set(input.models)]
    },
  },
  link: {
    label: '关联工单',
    from: alive,
    // the clock links what is complained of again
    by: ['lead', 'technical', 'team', 'timer'],
    needs: ['room', 'ticketFound', 'notLinked'],
    article: '11',
    words: ({ facts }) => `关联工单 ${facts.ticket!.no}`,
    does: ({ d8, facts }) => void d8.tickets.push(facts.ticket!),
  },
  unlink: {
    label: '取消关联',
    from: alive,
    by: ['lead'],
    needs: ['isLinked'],
    article: '11',
    words: ({ input }) => `取消关联一张工单:${input.reason}`,
    does: ({ d8, input }) => {
      d8.tickets = d8.tickets.filter((one) => one.id !== input.ticket)
    },
  },
  addTask: {
    label: '加手册更新',
    from: ['running'],
    by: ['lead', 'technical'],
    needs: ['d7Open', 'taskDueAhead'],
    article: '9',
    words: ({ input }) => `手册待更新:《${input.manual}》,${monthDay(input.due)}前`,
    does: ({ d8, input, actor, now }) => {
      const { manual, change, due } = input
      const id = `m${d8.tasks.length + 1}`
      d8.tasks.push({
        ...{ id, manual, change, due: endOfDay(due), by: nameOf(actor), at: now },
        done: null,
        rung: null,
      })
    },
    tells: ({ d8, input }) => [
      {
        to: { role: 'technical' },
        title: '手册待更新',
        words: `《${input.manual}》${input.change} · ${d8.no}`,
      },
    ],
  },
  doneTask: {
    label: '手册已更新',
    from: ['running'],
    by: ['technical'],
    needs: ['taskOpen'],
    article: '9',
    words: ({ d8, input }) =>
      `手册已更新:《${d8.tasks.find((one) => one.id === input.task)!.manual}》,${input.note}`,
    does: ({ d8, input, actor, now }) => {
      const task = d8.tasks.find((one) => one.id === input.task)!
      task.done = { by: nameOf(actor), at: now, note: input.note }
    },
    tells: ({ d8, input }) => [
      { to: { role: 'quality' }, title: '手册已更新', words: `${d8.no} ${input.note}` },
    ],
  },
  dismiss: {
    label: '不立项',
    from: ['draft'],
    by: ['lead'],
    article: '11',
    words: ({ input }) => `不立项:${input.reason}`,
    does: ({ d8, now }) => Object.assign(d8, { state: 'dismissed', closedAt: now }),
    tells: ({ d8, input }) => [
      { to: { role: 'manager' }, title: '8D 不立项', words: `${d8.title}:${input.reason}` },
    ],
  },
  close: {
    label: '关闭 8D',
    from: ['running'],
    by: ['lead'],
    needs: ['causesFound', 'stepsDone', 'tasksDone', 'effectShown'],
    article: '11',
    words: ({ facts }) => `关闭:${facts.effect.words}`,
    does: (at) => {
      const step = touch(at, 'D8')
      step.values = { summary: at.input.summary }
      step.done = { by: nameOf(at.actor), at: at.now }
      Object.assign(at.d8, { state: 'closed', closedAt: at.now })
    },
    tells: ({ d8, actor }) => {
      const pids = d8.steps.flatMap((one) => (one.owner ? [one.owner.pid] : []))
      const told = { title: '8D 已关闭', words: `${d8.no} ${d8.title}` }
      return [
        { to: { role: 'manager' }, ...told },
        ...others(actor.pid, pids).map((pid) => ({ to: { pid }, ...told })),
      ]
    },
  },
  stepLate: {
    label: '逾期提醒',
    from: alive,
    by: ['timer'],
    inner: true,
    needs: ['notFinished'],
    article: '11',
    words: ({ input }) => `${stepWords(input.step)}已逾期`,
    does: ({ d8, input }) => {
      const step = stepOf(d8, input.step)
      step.rung = step.due
    },
    tells: ({ d8, input }) => {
      const owner = stepOf(d8, input.step).owner
      const told = {
        title: `8D 逾期:${stepWords(input.step)}`,
        words: `${owner?.name ?? '还没有负责人'} · ${d8.title}`,
      }
      return [{ to: { role: 'quality' }, ...told }, ...(owner ? [{ to: { pid: owner.pid }, ...told }] : [])]
    },
  },
  taskLate: {
    label: '手册逾期提醒',
    from: ['running'],
    by: ['timer'],
    inner: true,
    needs: ['taskOpen'],
    article: '9',
    words: ({ d8, input }) => `手册更新已逾期:《${d8.tasks.find((one) => one.id === input.task)!.manual}》`,
    does: ({ d8, input }) => {
      const task = d8.tasks.find((one) => one.id === input.task)!
      task.rung = task.due
    },
    tells: ({ d8, input }) => {
      const { manual } = d8.tasks.find((one) => one.id === input.task)!
      const told = { title: '手册更新已逾期', words: `《${manual}》 · ${d8.no}` }
      return [
        { to: { role: 'technical' }, ...told },
        { to: { role: 'quality' }, ...told },
      ]
    },
  },
}
