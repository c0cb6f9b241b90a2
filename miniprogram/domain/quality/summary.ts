// What lists, the workbench and the clock need of an 8D, written with each change.
import type { D8 } from './record'

/** Writes what lists, the workbench and the clock need. */
export function summarizeD8(d8: D8): void {
  const over = d8.state === 'closed' || d8.state === 'dismissed'
  const open = over ? [] : d8.steps.filter((step) => step.done === null)
  const tasks = over ? [] : d8.tasks.filter((task) => task.done === null)
  const due = earliest([...open.map((one) => one.due), ...tasks.map((one) => one.due)])
  d8.tab = over ? 'closed' : 'open'
  d8.step = open[0]?.key ?? null
  d8.due = due
  d8.rank = `${String(due ?? d8.closedAt ?? d8.updatedAt).padStart(14, '0')}-${d8._id}`
  d8.ownerPids = [...new Set(open.flatMap((one) => (one.owner ? [one.owner.pid] : [])))]
  d8.openTasks = tasks.length
  d8.alarmAt = earliest([...open, ...tasks].map((one) => (one.rung === one.due ? null : one.due)))
}

const earliest = (times: readonly (number | null)[]): number | null => {
  const known = times.filter((one): one is number => one !== null)
  return known.length > 0 ? Math.min(...known) : null
}
