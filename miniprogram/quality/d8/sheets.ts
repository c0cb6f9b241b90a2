// The sheets of the 8D page: what each small move asks for.
import type { D8View } from '../../../typings/contract'
import type { D8MoveName } from '../../domain/quality/inputs'
import { d8Steps, type StepKey } from '../../domain/quality/steps'
import { isoDay } from '../../domain/calendar/format'
import { endOfDay } from '../../domain/calendar/working-time'

export interface SheetField {
  name: string
  label: string
  kind: 'words' | 'date' | 'choice'
  value: string
  max: number
  hint: string
  options: { value: string; label: string }[]
}

export interface Sheet {
  move: D8MoveName
  title: string
  action: string
  fields: SheetField[]
  /** What the move is about, beside what is typed. */
  about: Record<string, string>
}

const field = (name: string, label: string, max: number, hint = '', value = ''): SheetField => ({
  ...{ name, label, max, hint, value, kind: 'words', options: [] },
})
const day = (name: string, label: string, value: string): SheetField => ({
  ...{ name, label, value, kind: 'date', max: 0, hint: '', options: [] },
})

export function assignSheet(d8: D8View, key: StepKey): Sheet {
  const step = d8.steps.find((one) => one.key === key)!
  const options = d8.people.map(({ pid, name, title }) => ({ value: pid, label: `${name} ${title}`.trim() }))
  const owner: SheetField = {
    ...{ name: 'owner', label: '负责人', kind: 'choice', max: 0, hint: '', options },
    value: step.owner?.pid ?? '',
  }
  const due = step.due === null ? '' : isoDay(step.due)
  return {
    move: 'assign',
    title: `${key} ${d8Steps[key].label}`,
    action: '指定',
    fields: [owner, day('due', '完成期限', due)],
    about: { step: key },
  }
}

export const redoSheet = (key: StepKey): Sheet => ({
  move: 'redo',
  title: `退回 ${key} ${d8Steps[key].label}`,
  action: '退回重做',
  fields: [field('reason', '原因', 200, '例:11月20日又渗漏,对策要改')],
  about: { step: key },
})

export const linkSheet = (): Sheet => ({
  move: 'link',
  title: '关联工单',
  action: '关联',
  fields: [field('no', '工单编号', 20, 'BX-261123-K7Q4')],
  about: {},
})

export const unlinkSheet = (ticket: string, no: string): Sheet => ({
  move: 'unlink',
  title: `取消关联 ${no}`,
  action: '取消关联',
  fields: [field('reason', '原因', 200, '例:不是同一类问题')],
  about: { ticket },
})

export function taskSheet(d8: D8View): Sheet {
  const options = d8.manuals.map((title) => ({ value: title, label: title }))
  const manual: SheetField = {
    ...{ name: 'manual', label: '手册', value: '', max: 60, hint: '手册名称', options },
    kind: options.length > 0 ? 'choice' : 'words',
  }
  return {
    move: 'addTask',
    title: '加手册更新',
    action: '交给技术部',
    fields: [manual, field('change', '要改什么', 300, '例:接头力矩改为 12 N·m'), day('due', '完成日期', '')],
    about: {},
  }
}

export const doneSheet = (task: string, title: string): Sheet => ({
  move: 'doneTask',
  title: `${title}已更新`,
  action: '登记',
  fields: [field('note', '改在哪一版、哪一节', 200, '例:3.2 版 4.5 节')],
  about: { task },
})

export const dismissSheet = (): Sheet => ({
  move: 'dismiss',
  title: '不立项',
  action: '不立项',
  fields: [field('reason', '原因', 200, '例:操作不当,不是产品质量')],
  about: {},
})

/** What the door takes. */
export function inputOf({ move, fields, about }: Sheet): Record<string, unknown> {
  const typed = Object.fromEntries(fields.map(({ name, value }) => [name, value]))
  if (move !== 'assign') return { ...about, ...typed }
  const due = typed.due ? endOfDay(typed.due) : null
  return { ...about, ...typed, due }
}
