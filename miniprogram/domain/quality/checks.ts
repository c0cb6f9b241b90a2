// What must hold in an 8D: each requirement with its words and the way out.
import { addMonths, startOf } from '../calendar/days'
import { clockTime, dateWords, isoDay, shortTime } from '../calendar/format'
import { said, type Settings } from '../company/settings'
import { stepOf, type D8 } from './record'
import { d8Steps, stepKeys, type StepKey } from './steps'
import { d8MoveInputs as inputs } from './inputs'
import { inputOf, type D8Checks, type StepChecks, type StepDraft } from './table'

/** So long ago measures may have been taken that are written down now. */
const MOST_MONTHS = 24

const earliest = (now: number): string => addMonths(isoDay(now), -MOST_MONTHS)
const isImplemented = (on: string, now: number): boolean =>
  startOf(on) <= now && startOf(on) >= startOf(earliest(now))
const implementedWords = ({ now }: StepDraft): string =>
  `实施完成日期应在 ${dateWords(earliest(now))} 到今天之间`

const rowAt = (at: StepDraft) => d8Steps[at.step.key]
const list = (keys: readonly StepKey[]) => keys.map((key) => `${key} ${d8Steps[key].label}`).join('、')

const undone = (d8: D8, keys: readonly StepKey[]) => keys.filter((key) => stepOf(d8, key).done === null)
const beforeClosing = stepKeys.filter((key) => key !== 'D8')
const causes = ({ steps }: D8) => {
  const { values, done } = stepOf({ steps }, 'D4')
  return done !== null && Boolean(values.occurrence) && Boolean(values.escape)
}
const openTasks = (d8: D8) => d8.tasks.filter((task) => task.done === null)

const openWords = (d8: D8): string => {
  const open = openTasks(d8)
  return `还有 ${open.length} 本手册待更新:${open.map((task) => `《${task.manual}》`).join('、')}`
}

/** What stands in the step once this has been written. */
const valuesAt = (at: StepDraft): Record<string, string> => ({
  ...at.step.values,
  ...inputOf(at, inputs.finish).values,
})
const missing = (at: StepDraft): string | undefined => {
  const values = valuesAt(at)
  return Object.entries(rowAt(at).fields).find(([name, field]) => field.required && !values[name])?.[0]
}
const foreign = (at: StepDraft): string | undefined =>
  Object.keys(inputOf(at, inputs.finish).values).find((name) => !(name in rowAt(at).fields))

/** What must hold of the record. */
export const d8Checks = {
  tasksDone: {
    article: '9',
    holds: (at) => openTasks(at.d8).length === 0,
    words: (at) => openWords(at.d8),
    wayOut: '技术部更新手册并登记后再完成',
  },
  ownerKnown: {
    onInput: true,
    field: 'owner',
    holds: (at) => at.facts.staff.some((one) => one.pid === inputOf(at, inputs.assign).owner),
    words: () => '请从质量、技术、车间或客户服务部负责人中选一位',
  },
  dueAhead: {
    onInput: true,
    field: 'due',
    holds: (at) => inputOf(at, inputs.assign).due > at.now,
    words: () => '完成期限应在现在以后',
  },
  taskDueAhead: {
    onInput: true,
    field: 'due',
    holds: (at) => inputOf(at, inputs.addTask).due >= isoDay(at.now),
    words: () => '完成日期应是今天或以后',
  },
  d7Open: {
    holds: (at) => stepOf(at.d8, 'D7').done === null,
    words: () => 'D7 防再发已经完成',
    wayOut: '要加手册,请质量部先把 D7「退回重做」',
  },
  ticketFound: {
    onInput: true,
    field: 'no',
    holds: (at) => at.facts.ticket !== null,
    words: () => '没有查到这张工单,请核对编号',
  },
  notLinked: {
    onInput: true,
    field: 'no',
    holds: (at) => at.d8.tickets.every((one) => one.id !== at.facts.ticket!.id),
    words: () => '这张工单已经关联',
  },
  room: {
    holds: (at) => at.d8.tickets.length < at.facts.settings.d8Tickets,
    words: ({ facts }) => `最多关联 ${said(facts.settings, 'd8Tickets')}`,
    wayOut: '统计里的同类故障不用逐张关联',
  },
  isLinked: {
    onInput: true,
    holds: (at) => at.d8.tickets.some((one) => one.id === inputOf(at, inputs.unlink).ticket),
    words: () => '这张工单没有关联',
  },
  taskOpen: {
    onInput: true,
    holds: (at) => at.d8.tasks.some((one) => one.id === inputOf(at, inputs.doneTask).task && !one.done),
    words: () => '这本手册已经更新',
  },
  stepsDone: {
    article: '11',
    holds: (at) => undone(at.d8, beforeClosing).length === 0,
    words: (at) => `还没有完成:${list(undone(at.d8, beforeClosing))}`,
    wayOut: '负责人完成各自的步骤',
  },
  causesFound: {
    article: '11',
    holds: (at) => causes(at.d8),
    words: () => '发生原因与流出原因都要写明(D4)',
    wayOut: '完成 D4 根本原因',
  },
  effectShown: {
    article: '11',
    holds: (at) => at.facts.effect.shown,
    words: (at) => at.facts.effect.words,
    wayOut: (settings: Settings) =>
      `等统计满 ${said(settings, 'effectDays')};又发生时把 D6「退回重做」,改对策再实施`,
  },
} satisfies D8Checks

/** What must hold of a step. */
export const stepChecks = {
  stepOpen: {
    holds: (at) => at.step.done === null && at.step.key !== 'D8',
    words: (at) =>
      at.step.key === 'D8' ? 'D8 由「关闭 8D」完成' : `${at.step.key} 已由 ${at.step.done!.by.name} 完成`,
    wayOut: '要改,请质量部「退回重做」',
  },
  accepted: {
    article: '11',
    holds: (at) => at.d8.state !== 'draft' || at.step.key === 'D0',
    words: () => '质量部还没有立项',
    wayOut: '质量部完成 D0 紧急措施即立项',
  },
  stepsBefore: {
    article: '11',
    holds: (at) => undone(at.d8, rowAt(at).after).length === 0,
    words: (at) => `请先完成 ${list(undone(at.d8, rowAt(at).after))}`,
    wayOut: '按顺序完成前面的步骤',
  },
  d7TasksDone: {
    article: '9',
    holds: (at) => at.step.key !== 'D7' || openTasks(at.d8).length === 0,
    words: (at) => openWords(at.d8),
    wayOut: '技术部更新手册并登记后再完成',
  },
  faultNamed: {
    article: '10',
    holds: (at) => at.step.key !== 'D2' || at.d8.fault !== '',
    words: () => '请先选定故障归类:效果由这一类的统计证明',
    wayOut: '点「故障与机型」选到第三级',
  },
  unseenChange: {
    code: 'CONFLICT',
    onInput: true,
    holds: (at) => inputOf(at, inputs.finish).seen === at.step.rev,
    words: (at) => {
      const { key, last } = at.step
      const who = last ? `${last.by.name} 更新(${clockTime(last.at)})` : '他人更新'
      return `${key} ${d8Steps[key].label}刚被 ${who},请看最新内容再保存。您写的内容已保留`
    },
    wayOut: '查看最新',
  },
  ownFields: {
    onInput: true,
    fieldOf: (at) => `values.${foreign(at)!}`,
    holds: (at) => foreign(at) === undefined,
    words: () => '这一步没有这一项',
  },
  filled: {
    onInput: true,
    fieldOf: (at) => `values.${missing(at)!}`,
    holds: (at) => missing(at) === undefined,
    words: (at) => `请填写${rowAt(at).fields[missing(at)!]!.label}`,
  },
  implementedByNow: {
    onInput: true,
    field: 'values.on',
    holds: (at) => {
      if (at.step.key !== 'D6') return true
      return isImplemented(valuesAt(at).on ?? '', at.now)
    },
    words: implementedWords,
  },
  /** What is saved on the way is no date yet, or one that can be. */
  implementedOrOpen: {
    onInput: true,
    field: 'values.on',
    holds: (at) => {
      const { on = '' } = valuesAt(at)
      return at.step.key !== 'D6' || on === '' || isImplemented(on, at.now)
    },
    words: implementedWords,
  },
  stepDone: {
    onInput: true,
    holds: (at) => at.step.done !== null,
    words: () => '这一步还没有完成,不用退回',
  },
  notFinished: {
    onInput: true,
    holds: (at) => at.step.done === null,
    words: () => '这一步已经完成',
  },
} satisfies StepChecks

/** What stands between an 8D and its closing, in the order in which it is worked off. */
export const closingChecks = ['causesFound', 'stepsDone', 'tasksDone', 'effectShown'] as const

/** When a step changed last, for its row. */
export const lastWords = (d8: D8, key: StepKey, now: number): string => {
  const { last } = stepOf(d8, key)
  return last ? `${last.by.name} ${shortTime(last.at, now)}` : ''
}
