// A ticket with the one who reads it: what he is to it, what he is sent of it, and what was read beside it.
import { brokenReceipts } from '../../../miniprogram/domain/receipt/receipt'
import { sightOn } from '../../../miniprogram/domain/sight/readers'
import type { Sight } from '../../../miniprogram/domain/sight/table'
import { maskPhone, relationsTo, standsInFor } from '../../../miniprogram/domain/ticket/people'
import type { Actor, Facts } from '../../../miniprogram/domain/ticket/table'
import type { Media, Ticket } from '../../../miniprogram/domain/ticket/ticket'
import type { MediaView, TicketView } from '../../../typings/contract'
import { addressesOf } from '../addresses'
import { hash } from '../../store/ids'
import type { PersonRecord } from '../../store/records'
import { personOf } from '../caller'
import { d8sOfTicket } from '../d8/of-ticket'
import { findFor } from './known'

export interface Viewing {
  person: PersonRecord
  staff: readonly PersonRecord[]
  facts: Facts
  now: number
  /** Colleagues who are at it; asked for when a ticket is opened. */
  lookers?: Promise<string[]>
}

/** All that a view of a ticket is made from. */
export interface Seeing extends Omit<Viewing, 'lookers'> {
  lookers: string[]
  ticket: Ticket
  actor: Actor
  sight: Sight
  /** Those of these files that this person is sent, with their addresses. */
  media: (files: readonly Media[]) => MediaView[]
  /** A customer's number as this person reads it. */
  phone: (number: string) => string
  /** Visits whose receipt does not match. */
  broken: string[]
  visitsHere: number
  repeats: number
  d8: NonNullable<TicketView['inside']>['d8']
}

/** The actor that a person is to a ticket. */
export function actorOf(person: PersonRecord, ticket: Ticket): Actor {
  const relations = relationsTo(personOf(person), ticket)
  const acting = standsInFor(person)
  return { pid: person._id, name: person.name, title: person.title, relations, acting }
}

/** Reads what a ticket's page shows beside the ticket itself. */
export async function seeingOf(ticket: Ticket, viewing: Viewing): Promise<Seeing> {
  const { person } = viewing
  const fileIds = ticket.media.flatMap((one) => (one.fileId ? [one.fileId] : []))
  const [urls, atMachine, d8, lookers] = await Promise.all([
    addressesOf(fileIds),
    atMachineOf(ticket, person._id),
    d8sOfTicket(ticket._id, person),
    viewing.lookers ?? [],
  ])
  const sight = sightOn(personOf(person), ticket)
  return {
    ...viewing,
    lookers,
    ticket,
    sight,
    actor: actorOf(person, ticket),
    media: (files) => mediaFor(files, urls, sight),
    phone: (number) => phoneFor(number, sight),
    broken: brokenReceipts(ticket, hash),
    visitsHere: atMachine.filter((one) => one.lastLead && one.lastLead === ticket.lastLead).length,
    repeats: atMachine.filter(({ _id, symptom }) => _id !== ticket._id && isSame(symptom, ticket)).length,
    d8,
  }
}

const isSame = (symptom: Ticket['symptom'], ticket: Ticket): boolean =>
  symptom !== null && symptom === ticket.symptom

/** What else was asked for at the same machine; a ticket without a machine has no such company. */
const atMachineOf = ({ equipment: { id } }: Ticket, pid: string) =>
  id === ''
    ? Promise.resolve([])
    : findFor(
        pid,
        { 'equipment.id': id },
        { limit: 100, only: ['lastLead', 'symptom', 'kind', 'requestedAt'] },
      )

/** Those of these files that this reader is sent. */
export const mediaFor = (files: readonly Media[], urls: Map<string, string>, sight: Sight): MediaView[] =>
  files.filter((one) => isSeen(one, sight)).map((one) => mediaView(one, urls))

const isSeen = ({ internal }: Media, sight: Sight): boolean => sight.has(internal ? 'insidePhotos' : 'photos')

const mediaView = ({ id, kind, slot, fileId }: Media, urls: Map<string, string>): MediaView => ({
  id,
  kind,
  slot,
  url: fileId ? (urls.get(fileId) ?? null) : null,
})

/** A number whole for those who call, masked for those who must tell one contact from another. */
export function phoneFor(number: string, sight: Sight): string {
  if (sight.has('phone')) return number
  return sight.has('maskedPhone') ? maskPhone(number) : ''
}
