// Tickets of the demo in every state, each made by the product's own rules: opened, then moved by the right people.
import { createHash } from 'node:crypto'
import { decide } from '../miniprogram/domain/lifecycle'
import { relationsTo } from '../miniprogram/domain/people'
import { openTicket } from '../miniprogram/domain/submit'
import type { Facts } from '../miniprogram/domain/table'
import type { EquipmentRecord, PersonRecord, TicketRecord } from '../cloudfunctions/store/records'
import { machines } from './machines'
import { companies, peopleRecords } from './people'
import { at, stories, type Story } from './stories'

/** All demo tickets; ids and numbers are the same at each start. */
export function ticketRecords(): TicketRecord[] {
  const people = peopleRecords(0)
  return stories.map((story, i) => tell(story, i, people))
}

function tell(story: Story, i: number, people: PersonRecord[]): TicketRecord {
  const person = people.find((one) => one.openid === story.who)!
  const machine = machines.find((one) => one.serial === story.serial)!
  const facts = factsOf(people, i)
  const now = at(story.at)
  let ticket = openTicket({
    id: `t${createHash('sha256').update(`demo ${i}`).digest('hex').slice(0, 24)}`,
    request: {
      kind: 'repair',
      follows: null,
      met: null,
      key: `demo-${i}-submit`,
      equipmentId: machine._id,
      symptom: story.symptom,
      description: story.description,
      production: story.production,
      contactName: person.name,
      contactPhone: person.phone,
      wish: 'asap',
      wishAt: null,
      media: [],
    },
    ownerPid: person._id,
    author: { pid: person._id, name: person.name, title: '报修人' },
    source: 'app',
    company: companyOf(person.companyId!),
    equipment: inTicket(machine),
    now,
    facts,
  })
  for (const [n, step] of (story.steps ?? []).entries()) {
    const actor = people.find((one) => one.openid === step.who)!
    const input = step.move === 'leave' ? { code: ticket.visits.at(-1)!.receipt!.code } : step.input
    const decision = decide(ticket, {
      move: step.move,
      visit: null,
      key: `demo-${i}-${n}`,
      input,
      now: at(step.at),
      actor: {
        pid: actor._id,
        name: actor.name,
        title: actor.title,
        relations: relationsTo(domainPerson(actor), ticket),
      },
      facts: factsOf(people, i),
    })
    if (!decision.ok) throw new Error(`demo ${i} ${step.move}: ${decision.refusal.words}`)
    ticket = decision.ticket
  }
  return { ...ticket, untold: [], untoldSince: null }
}

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
    duty: {
      coordinator: named('shenxiaowen'),
      manager: named('fanglixin'),
      generalManager: named('zhengguodong'),
      workshop: named('handong'),
      technical: named('dumingyuan'),
    },
    staff: people
      .filter((one) => one.side === 'staff')
      .map(({ _id: pid, name, title, roles }) => ({ pid, name, title, roles })),
    other: null,
    random: [...createHash('sha256').update(`random ${seed}`).digest()],
    hash: (text) => createHash('sha256').update(text).digest('hex'),
  }
}
