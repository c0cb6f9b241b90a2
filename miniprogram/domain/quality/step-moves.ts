// The moves of one step of an 8D: who works on it, who ends it, who takes it back (第十一条).
import { dayWords, monthDay } from '../calendar/format'
import { addDays, isoDay, startOf } from '../calendar/days'
import { endOfDay, workdayFrom } from '../calendar/working-time'
import { calendarOf } from '../company/deadlines'
import type { Settings } from '../company/settings'
import { nameOf } from '../ticket/parts'
import { d8MoveInputs as inputs } from './inputs'
import { stepOf, touch } from './record'
import { stepWords } from './steps'
import type { Input, StepDraft, StepMoves } from './table'

const writers = ['lead', 'technical', 'team', 'owner'] as const
const finishers = ['lead', 'owner'] as const
const alive = ['draft', 'running'] as const

function write({ d8, step, input, actor, now }: StepDraft<Input<typeof inputs.save>>): void {
  touch({ actor, now }, step)
  step.values = { ...step.values, ...input.values }
  const known = new Set(d8.media.map((one) => one.id))
  for (const { id, kind, digest } of input.media)
    if (!known.has(id))
      d8.media.push({
        ...{ id, kind, digest, slot: step.key, path: `eightds/${d8._id}/${id}` },
        ...{ fileId: null, by: actor.pid, at: now },
      })
}

/** Close of business of the first working day when the days without the fault are over. */
const effectDue = (on: string, settings: Settings): number =>
  endOfDay(isoDay(workdayFrom(startOf(addDays(on, settings.effectDays)))), calendarOf(settings))

/** Moves of a step: who works on it, who ends it. */
export const stepMoves = {
  save: {
    label: '保存',
    from: alive,
    by: writers,
    needs: ['stepOpen', 'accepted', 'unseenChange', 'ownFields', 'implementedOrOpen'],
    article: '11',
    words: ({ step }) => `补充 ${stepWords(step.key)}`,
    does: write,
  },
  finish: {
    label: '完成本步',
    from: alive,
    // D0 takes a draft up
    turns: { draft: 'running' },
    by: finishers,
    needs: [
      ...(['stepOpen', 'accepted', 'stepsBefore', 'faultNamed', 'd7TasksDone'] as const),
      ...(['unseenChange', 'ownFields', 'filled', 'implementedByNow'] as const),
    ],
    article: '11',
    words: ({ step }) =>
      `完成 ${stepWords(step.key)}${step.key === 'D6' ? `,${monthDay(step.values.on ?? '')}起生效` : ''}`,
    does: (at) => {
      const { step } = at
      write(at)
      step.done = { by: nameOf(at.actor), at: at.now }
      if (step.key === 'D6') stepOf(at.d8, 'D8').due = effectDue(step.values.on ?? '', at.facts.settings)
    },
    tells: ['stepFinished'],
  },
  redo: {
    label: '退回重做',
    from: ['running'],
    by: ['lead'],
    needs: ['stepDone'],
    article: '11',
    words: ({ step, input }) => `退回 ${stepWords(step.key)}:${input.reason}`,
    does: (at) => {
      const { step } = at
      touch(at, step)
      step.done = null
      if (step.key === 'D6') stepOf(at.d8, 'D8').due = null
    },
    tells: ['stepReturned'],
  },
  assign: {
    label: '指定负责人',
    from: alive,
    by: ['lead'],
    needs: ['notFinished', 'ownerKnown', 'dueAhead'],
    article: '11',
    words: ({ step, input }) =>
      `${stepWords(step.key)}由 ${step.owner?.name ?? ''} 负责,${dayWords(input.due)}前完成`,
    does: ({ step, input, facts }) => {
      const owner = facts.staff.find((one) => one.pid === input.owner)
      step.owner = owner ? nameOf(owner) : null
      step.due = input.due
    },
    tells: ['stepGiven'],
  },
  stepLate: {
    label: '逾期提醒',
    from: alive,
    by: ['timer'],
    inner: true,
    needs: ['notFinished'],
    article: '11',
    words: ({ step }) => `${stepWords(step.key)}已逾期`,
    does: ({ step }) => {
      step.rung = step.due
    },
    tells: ['stepOverdue'],
  },
} as const satisfies StepMoves<typeof inputs>
