// An 8D as one person may see it: a ticket that is not there for him is not there among the links either.
import { inWords, type Settings } from '../../../miniprogram/domain/company/settings'
import { lastWords } from '../../../miniprogram/domain/quality/checks'
import type { Effect } from '../../../miniprogram/domain/quality/effect'
import { d8Locks, d8MovesFor } from '../../../miniprogram/domain/quality/lifecycle'
import {
  d8States,
  origins,
  type D8,
  type D8Step,
  type LinkedTicket,
} from '../../../miniprogram/domain/quality/record'
import { d8Steps } from '../../../miniprogram/domain/quality/steps'
import type { D8Facts } from '../../../miniprogram/domain/quality/table'
import { faultWords } from '../../../miniprogram/domain/company/fault-tree'
import { faceRow } from '../../../miniprogram/domain/door/lifecycle'
import { manualsFor } from '../../../miniprogram/domain/knowledge/manuals'
import { relationsTo } from '../../../miniprogram/domain/ticket/people'
import type {
  D8Card,
  D8StepView,
  D8TaskView,
  D8TicketView,
  D8View,
  MediaView,
} from '../../../typings/contract'
import { addressesOf } from '../addresses'
import { manuals } from '../../store/collections'
import type { D8Record, ManualRecord, PersonRecord, TicketRecord } from '../../store/records'
import { personOf } from '../caller'
import { settingsUnder } from '../company/settings'
import { findFor } from '../ticket/known'
import { effectNow, ownersOf } from './facts'
import { d8ActorOf } from './seen'

type Urls = Map<string, string>

export interface D8Viewing {
  person: PersonRecord
  staff: readonly PersonRecord[]
  now: number
}

/** Everything the 8D page shows. */
export async function d8View(d8: D8Record, { person, staff, now }: D8Viewing): Promise<D8View> {
  const ids = d8.tickets.map((one) => one.id)
  const files = [
    ...d8.media.flatMap((one) => (one.fileId ? [one.fileId] : [])),
    ...d8.tickets.flatMap((one) => one.photos.map((photo) => photo.fileId)),
  ]
  const settings = await settingsUnder(d8.rules, now)
  const [known, urls, effect, books] = await Promise.all([
    ids.length > 0 ? findFor(person._id, { _id: { in: ids } }, { limit: 100, only: linkFields }) : [],
    addressesOf(files),
    effectNow(d8, now, person._id, settings),
    manuals.find({ current: true }, { limit: 100, only: ['title', 'models'] }),
  ])
  const owners = ownersOf(staff)
  const facts: D8Facts = { staff: owners, effect, ticket: null, settings }
  return {
    ...headOf(d8, effect),
    steps: d8.steps.map((step) => stepView(d8, step, urls, now, settings)),
    tasks: d8.tasks.map((task): D8TaskView => taskView(task, now)),
    tickets: d8.tickets.flatMap((link) => ticketView(link, known, urls, person)),
    locks: d8Locks(d8, now, facts),
    moves: d8MovesFor(d8, d8ActorOf(person, d8), now, facts),
    people: owners.map(({ pid, name, title }) => ({ pid, name, title })),
    manuals: manualsOf(d8, books),
    timeline: [...d8.events].reverse().map(({ at, by, words }) => ({ at, who: by.name, words })),
  }
}

/** Titles of the manuals of its models, of all when it is about all. */
function manualsOf({ models }: D8, books: readonly ManualRecord[]): string[] {
  const own = models.length > 0 ? models.flatMap((model) => manualsFor(books, model)) : books
  return [...new Set(own.map((one) => one.title))]
}

const linkFields = [
  ...['companyId', 'ownerPid', 'hiddenFrom', 'crewPids', 'helperPids'],
  ...['author', 'appraisal', 'state', 'face'],
]

type Head =
  | ('id' | 'no' | 'rev' | 'title' | 'state' | 'stateWords' | 'origin' | 'fault' | 'faultWords')
  | ('models' | 'createdAt' | 'by' | 'step' | 'effect')

const headOf = (d8: D8, effect: Effect): Pick<D8View, Head> => ({
  id: d8._id,
  no: d8.no,
  rev: d8.rev,
  title: d8.title,
  state: d8.state,
  stateWords: d8States[d8.state],
  origin: origins[d8.origin],
  fault: d8.fault,
  faultWords: faultWords(d8.fault),
  models: d8.models,
  createdAt: d8.createdAt,
  by: d8.by.name,
  step: d8.step,
  effect,
})

const lateBy = (due: number | null, done: unknown, now: number) => done === null && due !== null && due < now

function stepView(d8: D8, step: D8Step, urls: Urls, now: number, settings: Settings): D8StepView {
  const { key, owner, due, done, values, rev } = step
  const { label, aim, fields } = d8Steps[key]
  return {
    key,
    label,
    aim: inWords(aim, settings),
    owner: owner && { pid: owner.pid, name: owner.name },
    due,
    overdue: d8.tab === 'open' && lateBy(due, done, now),
    done: done && { name: done.by.name, at: done.at },
    values: Object.fromEntries(Object.keys(fields).map((name) => [name, values[name] ?? ''])),
    rev,
    last: lastWords(d8, key, now),
    media: d8.media.filter((one) => one.slot === key).map((one) => photoView(one, urls)),
  }
}

function taskView(task: D8['tasks'][number], now: number): D8TaskView {
  const { id, manual, change, due, by, done } = task
  return {
    ...{ id, manual, change, due, by: by.name, overdue: lateBy(due, done, now) },
    done: done && { name: done.by.name, at: done.at, note: done.note },
  }
}

function ticketView(
  link: LinkedTicket,
  known: readonly TicketRecord[],
  urls: Urls,
  person: PersonRecord,
): D8TicketView[] {
  const ticket = known.find((one) => one._id === link.id)
  if (!ticket) return []
  const { photos, ...rest } = link
  const opens = relationsTo(personOf(person), ticket).length > 0
  const media = photos.map((one) => photoView({ ...one, kind: 'photo', slot: link.no }, urls))
  return [{ ...rest, stateWords: faceRow(ticket.face).staff, opens, media }]
}

export const photoView = (
  { id, kind, slot, fileId }: { id: string; kind: MediaView['kind']; slot: string; fileId: string | null },
  urls: Urls,
): MediaView => ({ id, kind, slot, url: fileId ? (urls.get(fileId) ?? null) : null })

/** An 8D in a list. */
export function d8Card(d8: D8, now: number): D8Card {
  const step = d8.steps.find((one) => one.key === d8.step)
  const words = step ? `${step.key} ${d8Steps[step.key].label} · ${step.owner?.name ?? '还没有负责人'}` : ''
  return {
    id: d8._id,
    no: d8.no,
    title: d8.title,
    state: d8.state,
    stateWords: d8States[d8.state],
    stepWords: d8.tab === 'open' ? words : '',
    due: d8.tab === 'open' ? d8.due : d8.closedAt,
    overdue: d8.tab === 'open' && d8.due !== null && d8.due < now,
    done: d8.steps.filter((one) => one.done !== null).length,
    tickets: d8.tickets.length,
  }
}
