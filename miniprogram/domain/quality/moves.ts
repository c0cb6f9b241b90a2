// The moves of an 8D as a whole, a table: what it is about, what is linked, manuals, how it ends (第十一条).
import { monthDay } from '../calendar/format'
import { endOfDay } from '../calendar/working-time'
import { calendarOf } from '../company/deadlines'
import { faultWords } from '../company/fault-tree'
import { nameOf } from '../ticket/parts'
import { d8MoveInputs as inputs } from './inputs'
import { stepOf, taskOf, touch } from './record'
import type { D8Moves } from './table'

const alive = ['draft', 'running'] as const

/** Moves of the record. */
export const d8Moves = {
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
    words: ({ facts }) => `关联工单 ${facts.ticket?.no ?? ''}`,
    does: ({ d8, facts }) => {
      if (facts.ticket) d8.tickets.push(facts.ticket)
    },
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
    does: ({ d8, input, actor, now, facts }) => {
      const { manual, change, due } = input
      const id = `m${d8.tasks.length + 1}`
      d8.tasks.push({
        ...{ id, manual, change, due: endOfDay(due, calendarOf(facts.settings)), by: nameOf(actor), at: now },
        done: null,
        rung: null,
      })
    },
    tells: ['taskAdded'],
  },
  doneTask: {
    label: '手册已更新',
    from: ['running'],
    by: ['technical'],
    needs: ['taskOpen'],
    article: '9',
    words: ({ d8, input }) => `手册已更新:《${taskOf(d8, input.task)?.manual ?? ''}》,${input.note}`,
    does: ({ d8, input, actor, now }) => {
      const task = taskOf(d8, input.task)
      if (task) task.done = { by: nameOf(actor), at: now, note: input.note }
    },
    tells: ['taskDone'],
  },
  dismiss: {
    label: '不立项',
    from: ['draft'],
    to: 'dismissed',
    by: ['lead'],
    article: '11',
    words: ({ input }) => `不立项:${input.reason}`,
    does: ({ d8, now }) => {
      d8.closedAt = now
    },
    tells: ['dismissed'],
  },
  close: {
    label: '关闭 8D',
    from: ['running'],
    to: 'closed',
    by: ['lead'],
    needs: ['causesFound', 'stepsDone', 'tasksDone', 'effectShown'],
    article: '11',
    words: ({ facts }) => `关闭:${facts.effect.words}`,
    does: (at) => {
      const step = stepOf(at.d8, 'D8')
      touch(at, step)
      step.values = { summary: at.input.summary }
      step.done = { by: nameOf(at.actor), at: at.now }
      at.d8.closedAt = at.now
    },
    tells: ['closed'],
  },
  taskLate: {
    label: '手册逾期提醒',
    from: ['running'],
    by: ['timer'],
    inner: true,
    needs: ['taskOpen'],
    article: '9',
    words: ({ d8, input }) => `手册更新已逾期:《${taskOf(d8, input.task)?.manual ?? ''}》`,
    does: ({ d8, input }) => {
      const task = taskOf(d8, input.task)
      if (task) task.rung = task.due
    },
    tells: ['taskOverdue'],
  },
} as const satisfies D8Moves<typeof inputs>
