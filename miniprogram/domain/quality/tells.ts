// Who is told of what happens to an 8D.
import { dayWords } from '../calendar/format'
import { d8MoveInputs as inputs } from './inputs'
import { taskOf } from './record'
import { stepWords } from './steps'
import { inputOf, type D8Tellings, type StepTellings } from './table'

const others = (pid: string, pids: readonly string[]) => [...new Set(pids)].filter((one) => one !== pid)

export const stepTells = {
  stepFinished: ({ d8, step, actor }) => {
    const next = d8.steps.find((one) => one.done === null)
    const to = next?.owner?.pid
    if (!next || !to || to === actor.pid) return []
    const words = `${step.key} 已完成 · ${d8.title}`
    return [{ to: { pid: to }, title: `8D 轮到您:${stepWords(next.key)}`, words }]
  },
  stepReturned: (at) => {
    const { step, actor } = at
    const owner = step.owner?.pid
    if (!owner || owner === actor.pid) return []
    const words = inputOf(at, inputs.redo).reason
    return [{ to: { pid: owner }, title: `8D 退回重做:${stepWords(step.key)}`, words }]
  },
  stepGiven: (at) => {
    const { owner, due } = inputOf(at, inputs.assign)
    if (owner === at.actor.pid) return []
    const words = `${dayWords(due)}前 · ${at.d8.title}`
    return [{ to: { pid: owner }, title: `8D 请您负责:${stepWords(at.step.key)}`, words }]
  },
  stepOverdue: ({ d8, step: { key, owner } }) => {
    const told = {
      title: `8D 逾期:${stepWords(key)}`,
      words: `${owner?.name ?? '还没有负责人'} · ${d8.title}`,
    }
    return [{ to: { role: 'quality' }, ...told }, ...(owner ? [{ to: { pid: owner.pid }, ...told }] : [])]
  },
} satisfies StepTellings

export const d8Tells = {
  taskAdded: (at) => {
    const { manual, change } = inputOf(at, inputs.addTask)
    const words = `《${manual}》${change} · ${at.d8.no}`
    return [{ to: { role: 'technical' }, title: '手册待更新', words }]
  },
  taskDone: (at) => {
    const words = `${at.d8.no} ${inputOf(at, inputs.doneTask).note}`
    return [{ to: { role: 'quality' }, title: '手册已更新', words }]
  },
  dismissed: (at) => {
    const words = `${at.d8.title}:${inputOf(at, inputs.dismiss).reason}`
    return [{ to: { role: 'manager' }, title: '8D 不立项', words }]
  },
  closed: ({ d8, actor }) => {
    const pids = d8.steps.flatMap((one) => (one.owner ? [one.owner.pid] : []))
    const told = { title: '8D 已关闭', words: `${d8.no} ${d8.title}` }
    return [
      { to: { role: 'manager' }, ...told },
      ...others(actor.pid, pids).map((pid) => ({ to: { pid }, ...told })),
    ]
  },
  taskOverdue: (at) => {
    const manual = taskOf(at.d8, inputOf(at, inputs.taskLate).task)?.manual ?? ''
    const told = { title: '手册更新已逾期', words: `《${manual}》 · ${at.d8.no}` }
    return [
      { to: { role: 'technical' }, ...told },
      { to: { role: 'quality' }, ...told },
    ]
  },
} satisfies D8Tellings
