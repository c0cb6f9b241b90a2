// What waits for a person in 8D records, as 工作台 shows it: his steps, and 手册待更新 for the technical department.
import { d8Steps } from '../../../miniprogram/domain/quality/steps'
import { dayWords } from '../../../miniprogram/domain/calendar/format'
import type { D8Desk } from '../../../typings/contract'
import { eightds } from '../../store/collections'
import type { D8Record, PersonRecord } from '../../store/records'
import { d8Roles } from './seen'
import { d8Page } from './kept'

const MOST = 20

export async function d8Desks(person: PersonRecord, now: number): Promise<D8Desk[]> {
  if (!person.roles.some((role) => d8Roles.includes(role))) return []
  const technical = person.roles.includes('technical')
  const open = { tab: 'open', hiddenFrom: { not: person._id } } as const
  const order = { order: ['rank', 'asc'], limit: MOST, without: ['events', 'untold', 'media'] } as const
  const [mine, taught] = await Promise.all([
    eightds.find({ ...open, ownerPids: person._id }, order),
    technical ? eightds.find({ ...open, openTasks: { gt: 0 } }, order) : [],
  ])
  const desks = [
    { label: '手册待更新', rows: taught.flatMap((one) => taskRows(one, now)) },
    { label: '我的 8D', rows: mine.flatMap((one) => stepRows(one, person._id, now)) },
  ]
  return desks.filter((desk) => desk.rows.length > 0)
}

type Row = D8Desk['rows'][number]

const taskRows = (d8: D8Record, now: number): Row[] =>
  d8.tasks
    .filter((task) => task.done === null)
    .map((task) => ({
      key: `${d8._id}-${task.id}`,
      title: `《${task.manual}》${task.change}`,
      words: `${d8.no} · ${dayWords(task.due)}前`,
      overdue: task.due < now,
      page: `${d8Page(d8._id)}&step=D7`,
    }))

// One row a record: the next of the steps that are this person's.
function stepRows(d8: D8Record, pid: string, now: number): Row[] {
  const step = d8.steps.find((one) => one.done === null && one.owner?.pid === pid)
  if (!step) return []
  const due = step.due === null ? '' : ` · ${dayWords(step.due)}前`
  return [
    {
      key: d8._id,
      title: `${step.key} ${d8Steps[step.key].label}`,
      words: `${d8.title}${due}`,
      overdue: step.due !== null && step.due < now,
      page: `${d8Page(d8._id)}&step=${step.key}`,
    },
  ]
}
