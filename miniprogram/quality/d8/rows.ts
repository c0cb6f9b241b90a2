// What the 8D page shows of a record, ready for its WXML.
import type { D8StepView, D8View } from '../../../typings/contract'
import type { D8Offered } from '../../domain/quality/lifecycle'
import type { D8MoveName } from '../../domain/quality/inputs'
import { d8Steps, type StepField, type StepKey } from '../../domain/quality/steps'
import { dayTime, dayWords, shortTime } from '../../domain/calendar/format'
import type { LocalMedia } from '../../services/media'

/** The fields of a step that a person has typed in, and what stood there when he began: nothing else is sent. */
export interface StepDraft {
  values: Record<string, string>
  base: Record<string, string>
  media: LocalMedia[]
}

export interface StepRow {
  key: StepKey
  label: string
  /** 「秦岚 · 11月30日(周一)前」 or who did it when. */
  words: string
  state: 'done' | 'late' | 'now' | 'later'
  open: boolean
}

export interface FormField extends StepField {
  name: string
  value: string
  /** What somebody else wrote here meanwhile, '' when nobody did. */
  other: string
}

/** The opened step. */
export interface Opened {
  key: StepKey
  aim: string
  pairs: { label: string; value: string }[]
  fields: FormField[]
  last: string
  media: D8StepView['media']
  assign: boolean
  redo: boolean
  scope: boolean
  tasks: boolean
  addTask: boolean
  locks: boolean
}

export const offerOf = (d8: D8View, move: D8MoveName, step: StepKey | null = null): D8Offered | null =>
  d8.moves.find((one) => one.move === move && one.step === step) ?? null

export function stepRows(d8: D8View, open: StepKey | ''): StepRow[] {
  return d8.steps.map((step) => ({
    key: step.key,
    label: step.label,
    words: whoAndWhen(step),
    state: step.done ? 'done' : step.overdue ? 'late' : step.key === d8.step ? 'now' : 'later',
    open: step.key === open,
  }))
}

function whoAndWhen({ owner, due, done, overdue }: D8StepView): string {
  if (done) return `${done.name} ${dayWords(done.at)}完成`
  const when = due === null ? '' : overdue ? `${dayWords(due)}已逾期` : `${dayWords(due)}前`
  return [owner?.name ?? '还没有负责人', when].filter(Boolean).join(' · ')
}

export const draftOf = (step: D8StepView): StepDraft => ({
  ...{ values: {}, base: step.values, media: [] },
})

export function openedOf(d8: D8View, key: StepKey, draft: StepDraft): Opened {
  const step = d8.steps.find((one) => one.key === key)!
  const rows = Object.entries(d8Steps[key].fields)
  const writes = offerOf(d8, 'save', key) ?? offerOf(d8, 'finish', key)
  const closes = key === 'D8' && offerOf(d8, 'close') !== null
  const may = writes !== null || closes
  return {
    key,
    aim: step.aim,
    pairs: may
      ? []
      : rows.map(([name, { label }]) => ({
          label,
          value: step.values[name] || (step.done ? '无' : '还没有填写'),
        })),
    fields: may ? rows.map(([name, field]) => fieldOf(name, field, step, draft)) : [],
    last: step.last,
    media: step.media,
    assign: offerOf(d8, 'assign', key) !== null,
    redo: offerOf(d8, 'redo', key) !== null,
    scope: key === 'D2' && offerOf(d8, 'scope') !== null,
    tasks: key === 'D7',
    addTask: key === 'D7' && offerOf(d8, 'addTask') !== null && !step.done,
    locks: key === 'D8',
  }
}

function fieldOf(name: string, field: StepField, step: D8StepView, draft: StepDraft): FormField {
  const theirs = step.values[name] ?? ''
  const value = draft.values[name] ?? theirs
  const changed = theirs !== (draft.base[name] ?? '') && theirs !== value
  return { ...field, name, value, other: changed ? theirs : '' }
}

/** The one verb of the opened step, what else, and why not yet. */
export interface Bar {
  label: string
  secondary: string
  note: string
  move: D8MoveName | null
  disabled: boolean
}
export const noBar: Bar = { label: '', secondary: '', note: '', move: null, disabled: false }

export function barOf(d8: D8View, key: StepKey): Bar {
  const close = key === 'D8' ? offerOf(d8, 'close') : null
  const finish = offerOf(d8, 'finish', key)
  const save = offerOf(d8, 'save', key)
  const main = close ?? finish
  if (main) {
    const note = main.blocked?.words ?? ''
    return { label: main.label, secondary: save ? '保存' : '', note, move: main.move, disabled: note !== '' }
  }
  if (!save) return noBar
  const note = save.blocked?.words ?? '这一步由负责人完成,您可以补充'
  return { label: '保存', secondary: '', note, move: 'save', disabled: save.blocked !== null }
}

export interface TaskRow {
  id: string
  title: string
  change: string
  words: string
  late: boolean
  done: boolean
}

export const taskRows = (d8: D8View): TaskRow[] =>
  d8.tasks.map(({ id, manual, change, due, overdue, done }) => ({
    ...{ id, change, title: `《${manual}》`, late: overdue, done: done !== null },
    words: done
      ? `${done.name} ${dayWords(done.at)}更新:${done.note}`
      : `技术部 ${dayWords(due)}${overdue ? '已逾期' : '前'}`,
  }))

export const timelineRows = (d8: D8View, now: number) =>
  d8.timeline.map(({ at, who, words }, i) => ({ key: i, when: shortTime(at, now), who, words }))

/** Which step it stands at, with whom, until when; '' when it is over. */
export function nowWords(d8: D8View): { step: string; words: string; late: boolean } | null {
  const step = d8.steps.find((one) => one.key === d8.step)
  return step ? { step: `${step.key} ${step.label}`, words: whoAndWhen(step), late: step.overdue } : null
}

export const headWords = (d8: D8View): string => `${d8.by} ${dayTime(d8.createdAt)} 由${d8.origin}发起`
