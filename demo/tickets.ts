// Tickets of the demo in every state, each made by the product's own rules: opened, then moved by the right people.
import { createHash } from 'node:crypto'
import { defaults } from '../miniprogram/domain/company/settings'
import { decide } from '../miniprogram/domain/door/lifecycle'
import { knowledgeIdOf } from '../miniprogram/domain/inquiry/moves'
import { relationsTo } from '../miniprogram/domain/ticket/people'
import { openTicket } from '../miniprogram/domain/door/open'
import type { Request } from '../miniprogram/domain/intake/request'
import type { Facts } from '../miniprogram/domain/ticket/table'
import { noMachine, type Ticket } from '../miniprogram/domain/ticket/ticket'
import type { EquipmentRecord, PersonRecord, TicketRecord } from '../cloudfunctions/store/records'
import { complaints, knownOf } from './complaints'
import { followed } from './followed'
import { inquiries, type InquiryStory } from './inquiries'
import { installations, type InstallStory } from './installations'
import { machines } from './machines'
import { companies, peopleRecords } from './people'
import { picture } from './pictures'
import { at, type Step } from './steps'
import { stories, type Story } from './stories'
import { underWay } from './under-way'

/** Puts a file and tells its id. */
export type Put = (path: string, content: Buffer) => string

/** All demo tickets; ids and numbers are the same at each start. */
export function ticketRecords(put: Put = (path) => path): TicketRecord[] {
  const people = peopleRecords(0)
  return [...stories, ...underWay, ...installations, ...inquiries, ...followed]
    .map((story, i) => tell(story, i, people))
    .concat(complained(people))
    .map((ticket) => shown(ticket, put))
}

function complained(people: PersonRecord[]): TicketRecord[] {
  const found: TicketRecord[] = []
  for (const [i, story] of complaints.entries()) {
    const person = people.find((one) => one.openid === story.who)!
    const machine = machines.find((one) => one.serial === story.serial)!
    let ticket = openTicket({
      id: `t${createHash('sha256').update(`demo complaint ${i}`).digest('hex').slice(0, 24)}`,
      request: {
        kind: 'complaint',
        key: `demo-complaint-${i}`,
        ...story.asked,
        ticketId: null,
        personPid: null,
        equipmentId: machine._id,
        media: [],
        callAt: null,
        contactName: person.name,
        contactPhone: person.phone,
      },
      known: knownOf(story, found[i - 1]),
      ownerPid: person._id,
      author: { pid: person._id, name: person.name, title: '报修人' },
      source: 'app',
      company: companyOf(person.companyId!),
      equipment: inTicket(machine),
      now: at(story.at),
      facts: factsOf(people, 500 + i),
    })
    for (const [n, one] of story.steps.entries()) ticket = made(ticket, one, people, `${500 + i}-${n}`)
    found.push({ ...ticket, untold: [], untoldSince: null })
  }
  return found
}

function tell(story: Story | InstallStory | InquiryStory, i: number, people: PersonRecord[]): TicketRecord {
  const person = people.find((one) => one.openid === story.who)!
  const machine = machines.find((one) => one.serial === story.serial)
  let ticket = openTicket({
    id: `t${createHash('sha256').update(`demo ${i}`).digest('hex').slice(0, 24)}`,
    request: requestOf(story, machine?._id ?? '', person, `demo-${i}-submit`),
    ownerPid: person._id,
    author: { pid: person._id, name: person.name, title: '报修人' },
    source: 'app',
    company: companyOf(person.companyId!),
    equipment: machine ? inTicket(machine) : noMachine,
    now: at(story.at),
    facts: factsOf(people, i),
  })
  for (const [n, step] of (story.steps ?? []).entries()) ticket = made(ticket, step, people, `${i}-${n}`)
  return { ...ticket, untold: [], untoldSince: null }
}

function requestOf(
  story: Story | InstallStory | InquiryStory,
  equipmentId: string,
  person: PersonRecord,
  key: string,
): Request {
  const asking = { key, equipmentId, contactName: person.name, contactPhone: person.phone }
  if ('question' in story) return { kind: 'inquiry', ...asking, description: story.question, media: [] }
  const common = {
    ...asking,
    description: story.description,
    wish: 'asap' as const,
    wishAt: null,
    follows: null,
    met: null,
    media: [
      { id: `${key}-photo`, kind: 'photo' as const, slot: '现场照片', digest: digestOf(`${key}-photo`) },
    ],
  }
  if ('symptom' in story)
    return { kind: 'repair', symptom: story.symptom, production: story.production, ...common }
  const { mode, contractNo, arrivalOn, readyOn } = story
  return { kind: 'installation', mode, contractNo, arrivalOn, readyOn, ...common }
}

function made(ticket: TicketRecord | Ticket, step: Step, people: PersonRecord[], seed: string): TicketRecord {
  const person = people.find((one) => one.openid === step.who)!
  const input = step.move === 'leave' ? { code: ticket.visits.at(-1)!.receipt!.code } : step.input
  const decision = decide(ticket, {
    move: step.move,
    visit: null,
    key: `demo-${seed}`,
    input: withDigests(input),
    now: at(step.at),
    actor: {
      pid: person._id,
      name: person.name,
      title: person.title,
      relations: relationsTo(domainPerson(person), ticket),
    },
    facts: { ...factsOf(people, Number.parseInt(seed, 10)), kept: knowledgeIdOf(ticket._id) },
  })
  if (!decision.ok) throw new Error(`demo ${seed} ${step.move}: ${decision.refusal.words}`)
  return { ...decision.ticket, untoldSince: null }
}

// The photos of the records lie in the store from the start, and their receipts stand for these bytes.
const KINDS = 6
const drawn = new Map<string, Buffer>()
function drawnFor(id: string): Buffer {
  const seed = String(createHash('sha256').update(id).digest()[0]! % KINDS)
  const known = drawn.get(seed) ?? picture(seed)
  drawn.set(seed, known)
  return known
}
const digestOf = (id: string): string => createHash('sha1').update(drawnFor(id)).digest('hex')
const withDigests = (input: object): object => {
  const { media } = input as { media?: { id: string }[] }
  return media ? { ...input, media: media.map((one) => ({ ...one, digest: digestOf(one.id) })) } : input
}
const shown = (ticket: TicketRecord, put: Put): TicketRecord => ({
  ...ticket,
  media: ticket.media.map((one) => ({ ...one, fileId: put(one.path, drawnFor(one.id)) })),
})

const domainPerson = (one: PersonRecord) => ({ ...one, pid: one._id })

const inTicket = ({ _id: id, serial, model, name, nickname, warrantyUntil }: EquipmentRecord) => ({
  id,
  serial,
  model: `${model} ${name}`,
  nickname,
  warrantyUntil,
})

const companyOf = (id: string) => {
  const { _id, name, city } = companies.find((one) => one._id === id)!
  return { id: _id, name, city }
}

function factsOf(people: PersonRecord[], seed: number): Facts {
  const named = (openid: string) => {
    const { _id: pid, name, title } = people.find((one) => one.openid === openid)!
    return { pid, name, title }
  }
  return {
    settings: defaults,
    duty: {
      coordinator: named('shenxiaowen'),
      manager: named('fanglixin'),
      generalManager: named('zhengguodong'),
      workshop: named('handong'),
      technical: named('dumingyuan'),
      quality: named('qinlan'),
    },
    staff: people
      .filter((one) => one.side === 'staff')
      .map(({ _id: pid, name, title, roles }) => ({ pid, name, title, roles })),
    other: null,
    random: [...createHash('sha256').update(`random ${seed}`).digest()],
    hash: (text) => createHash('sha256').update(text).digest('hex'),
  }
}
