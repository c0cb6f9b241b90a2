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
import { present, type Fields, type Seen } from '../../../miniprogram/domain/sight/present'
import type { Sight } from '../../../miniprogram/domain/sight/table'
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
import { d8ActorOf, d8SightOf } from './seen'

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
    ids.length > 0 ? findFor(person._id, { _id: { in: ids } }, { limit: 100, only: asked }) : [],
    addressesOf(files),
    effectNow(d8, now, person._id, settings),
    manuals.find({ current: true }, { limit: 100, only: ['title', 'models'] }),
  ])
  const owners = ownersOf(staff)
  const facts: D8Facts = { staff: owners, effect, ticket: null, settings }
  const sight = d8SightOf(person, d8)
  return present(fields, { d8, person, now, settings, known, urls, effect, books, owners, facts, sight })
}

interface OnD8 extends Seen {
  d8: D8Record
  person: PersonRecord
  now: number
  settings: Settings
  known: readonly TicketRecord[]
  urls: Urls
  effect: Effect
  books: readonly ManualRecord[]
  owners: ReturnType<typeof ownersOf>
  facts: D8Facts
}

const noEffect: Effect = { days: null, count: 0, shown: false, last: null, words: '' }

const fields: Fields<D8View, OnD8> = {
  id: ['identity', ({ d8 }) => d8._id],
  no: ['identity', ({ d8 }) => d8.no],
  rev: ['identity', ({ d8 }) => d8.rev],
  title: ['identity', ({ d8 }) => d8.title],
  state: ['identity', ({ d8 }) => d8.state],
  stateWords: ['identity', ({ d8 }) => d8States[d8.state]],
  origin: ['analysis', ({ d8 }) => origins[d8.origin], ''],
  fault: ['analysis', ({ d8 }) => d8.fault, ''],
  faultWords: ['analysis', ({ d8 }) => faultWords(d8.fault), ''],
  models: ['analysis', ({ d8 }) => d8.models, []],
  createdAt: ['identity', ({ d8 }) => d8.createdAt],
  by: ['analysis', ({ d8 }) => d8.by.name, ''],
  step: ['state', ({ d8 }) => d8.step, null],
  steps: ['analysis', (at) => at.d8.steps.map((step) => present(stepFields, { ...at, step })), []],
  tasks: ['analysis', (at) => at.d8.tasks.map((task) => present(taskFields, { ...at, task })), []],
  tickets: ['analysis', (at) => at.d8.tickets.flatMap((link) => ticketView(link, at)), []],
  effect: ['analysis', ({ effect }) => effect, noEffect],
  locks: ['analysis', ({ d8, now, facts }) => d8Locks(d8, now, facts), []],
  moves: ['state', ({ d8, person, now, facts }) => d8MovesFor(d8, d8ActorOf(person, d8), now, facts), []],
  people: ['analysis', ({ owners }) => owners.map(({ pid, name, title }) => ({ pid, name, title })), []],
  manuals: ['analysis', ({ d8, books }) => manualsOf(d8, books), []],
  timeline: ['history', ({ d8 }) => timelineOf(d8), []],
}

const timelineOf = ({ events }: D8): D8View['timeline'] =>
  [...events].reverse().map(({ at, by, words }) => ({ at, who: by.name, words }))

/** Titles of the manuals of its models, of all when it is about all. */
function manualsOf({ models }: D8, books: readonly ManualRecord[]): string[] {
  const own = models.length > 0 ? models.flatMap((model) => manualsFor(books, model)) : books
  return [...new Set(own.map((one) => one.title))]
}

const asked = [
  ...['companyId', 'ownerPid', 'hiddenFrom', 'crewPids', 'helperPids'],
  ...['author', 'appraisal', 'state', 'face'],
]

const lateBy = (due: number | null, done: unknown, now: number) => done === null && due !== null && due < now

interface OnStep extends OnD8 {
  step: D8Step
}

const stepFields: Fields<D8StepView, OnStep> = {
  key: ['identity', ({ step }) => step.key],
  label: ['identity', ({ step }) => d8Steps[step.key].label],
  aim: ['identity', ({ step, settings }) => inWords(d8Steps[step.key].aim, settings)],
  owner: ['analysis', ({ step: { owner } }) => owner && { pid: owner.pid, name: owner.name }, null],
  due: ['state', ({ step }) => step.due, null],
  overdue: ['state', ({ d8, step, now }) => d8.tab === 'open' && lateBy(step.due, step.done, now), false],
  done: ['analysis', ({ step: { done } }) => done && { name: done.by.name, at: done.at }, null],
  values: ['analysis', ({ step }) => valuesOf(step), {}],
  rev: ['identity', ({ step }) => step.rev],
  last: ['analysis', ({ d8, step, now }) => lastWords(d8, step.key, now), ''],
  media: ['photos', ({ d8, step, urls }) => evidenceOf(d8, step, urls), []],
}

const valuesOf = ({ key, values }: D8Step): Record<string, string> =>
  Object.fromEntries(Object.keys(d8Steps[key].fields).map((name) => [name, values[name] ?? '']))

const evidenceOf = ({ media }: D8, { key }: D8Step, urls: Urls): MediaView[] =>
  media.filter((one) => one.slot === key).map((one) => photoView(one, urls))

interface OnTask extends OnD8 {
  task: D8['tasks'][number]
}

const taskFields: Fields<D8TaskView, OnTask> = {
  id: ['identity', ({ task }) => task.id],
  manual: ['analysis', ({ task }) => task.manual, ''],
  change: ['analysis', ({ task }) => task.change, ''],
  due: ['identity', ({ task }) => task.due],
  by: ['analysis', ({ task }) => task.by.name, ''],
  overdue: ['state', ({ task, now }) => lateBy(task.due, task.done, now), false],
  done: [
    'analysis',
    ({ task: { done } }) => done && { name: done.by.name, at: done.at, note: done.note },
    null,
  ],
}

interface OnLink extends OnD8 {
  link: LinkedTicket
  ticket: TicketRecord
}

function ticketView(link: LinkedTicket, at: OnD8): D8TicketView[] {
  const ticket = at.known.find((one) => one._id === link.id)
  return ticket ? [present(linkFields, { ...at, link, ticket })] : []
}

const linkFields: Fields<D8TicketView, OnLink> = {
  id: ['identity', ({ link }) => link.id],
  no: ['identity', ({ link }) => link.no],
  title: ['identity', ({ link }) => link.title],
  companyName: ['identity', ({ link }) => link.companyName],
  day: ['identity', ({ link }) => link.day],
  stateWords: ['state', ({ ticket }) => faceRow(ticket.face).staff, ''],
  opens: ['identity', ({ person, ticket }) => relationsTo(personOf(person), ticket).length > 0],
  media: [
    'photos',
    ({ link, urls }) => link.photos.map((one) => photoView({ ...one, kind: 'photo', slot: link.no }, urls)),
    [],
  ],
}

export const photoView = (
  { id, kind, slot, fileId }: { id: string; kind: MediaView['kind']; slot: string; fileId: string | null },
  urls: Urls,
): MediaView => ({ id, kind, slot, url: fileId ? (urls.get(fileId) ?? null) : null })

interface OnCard extends Seen {
  d8: D8
  now: number
}

/** An 8D in a list. */
export const d8Card = (d8: D8, now: number, sight: Sight): D8Card => present(cardFields, { d8, now, sight })

const cardFields: Fields<D8Card, OnCard> = {
  id: ['identity', ({ d8 }) => d8._id],
  no: ['identity', ({ d8 }) => d8.no],
  title: ['identity', ({ d8 }) => d8.title],
  state: ['identity', ({ d8 }) => d8.state],
  stateWords: ['identity', ({ d8 }) => d8States[d8.state]],
  stepWords: ['analysis', ({ d8 }) => (d8.tab === 'open' ? stepWordsOf(d8) : ''), ''],
  due: ['state', ({ d8 }) => (d8.tab === 'open' ? d8.due : d8.closedAt), null],
  overdue: ['state', ({ d8, now }) => d8.tab === 'open' && lateBy(d8.due, null, now), false],
  done: ['analysis', ({ d8 }) => d8.steps.filter((one) => one.done !== null).length, 0],
  tickets: ['analysis', ({ d8 }) => d8.tickets.length, 0],
}

function stepWordsOf(d8: D8): string {
  const step = d8.steps.find((one) => one.key === d8.step)
  return step ? `${step.key} ${d8Steps[step.key].label} · ${step.owner?.name ?? '还没有负责人'}` : ''
}
