// The form of a complaint: what is empty, what is still missing, what is sent.
import type { Served } from '../../../typings/contract'
import { abouts, remedies, topics, type About, type Topic } from '../../domain/complaint/parts'
import type { Inputs } from '../../domain/door/inputs'
import { symptoms } from '../../domain/company/kinds'
import { newKey } from '../../services/key'
import { announced, type LocalMedia } from '../../services/media'
import { cachedSession } from '../../services/session'

export interface Form {
  key: string
  /** 'yes' or 'no'; '' before it is answered. */
  safety: string
  about: About | ''
  ticketId: string
  personPid: string
  equipmentId: string
  topic: Topic | ''
  description: string
  media: LocalMedia[]
  remedies: string[]
  /** 0 for any time. */
  callAt: number
  contactName: string
  contactPhone: string
}

export function fresh(): Form {
  const me = cachedSession()?.me
  return {
    key: newKey(),
    safety: '',
    about: '',
    ticketId: '',
    personPid: '',
    equipmentId: '',
    topic: '',
    description: '',
    media: [],
    remedies: [],
    callAt: 0,
    contactName: me?.name ?? '',
    contactPhone: me?.phone ?? '',
  }
}

const options = (record: Readonly<Record<string, string>>, wanted = Object.keys(record)) =>
  wanted.map((value) => ({ value, label: record[value]! }))

/** What a problem may be, by what it is about; the usual one first, 其他 last. */
const faults = (Object.keys(symptoms) as Topic[]).filter((topic) => topic !== 'other')
const topicsOf: Readonly<Record<About, Topic[]>> = {
  ticket: ['unfixed', 'slow', 'attitude', 'charge', 'parts', ...faults, 'other'],
  product: [...faults, 'unfixed', 'other'],
  delay: ['slow', 'unfixed', 'parts', 'other'],
  person: ['attitude', 'slow', 'unfixed', 'charge', 'other'],
}
/** Where there is one usual topic it is proposed. */
const proposed: Readonly<Partial<Record<About, Topic>>> = { delay: 'slow', person: 'attitude' }

export const choices = {
  safeties: [
    { value: 'no', label: '没有' },
    { value: 'yes', label: '有' },
  ],
  abouts: options(abouts),
  remedies: options(remedies),
}
export const topicOptions = (about: About | '') => options(topics, about ? topicsOf[about] : [])

/** A change of what it is about: what belongs to the other kinds goes, a topic is proposed where one is usual. */
export function turned(form: Form, about: About): Form {
  const kept = topicsOf[about].find((one) => one === form.topic) ?? ''
  const topic = proposed[about] ?? kept
  return {
    ...form,
    about,
    topic,
    personPid: about === 'person' ? form.personPid : '',
    ticketId: about === 'ticket' || about === 'delay' ? form.ticketId : '',
    equipmentId: about === 'product' ? form.equipmentId : '',
  }
}

/** What is sent; the schema judges it. */
export function inputOf(form: Form): Inputs['ticket.submit'] {
  const { safety, ticketId, personPid, callAt, media, ...rest } = form
  return {
    ...rest,
    kind: 'complaint',
    safety: safety === '' ? undefined : safety === 'yes',
    ticketId: ticketId || null,
    personPid: personPid || null,
    callAt: callAt || null,
    media: announced(media),
  } as Inputs['ticket.submit']
}

/** How many required things are still missing. */
export function missing(form: Form): number {
  const which = {
    ticket: form.ticketId,
    product: form.equipmentId,
    person: form.personPid,
    delay: 'any',
    '': '',
  }[form.about]
  const said = form.description.trim() !== '' || form.media.length > 0
  return [form.safety, form.about && which, form.topic, said, form.remedies.length > 0].filter((one) => !one)
    .length
}

/** 投诉 · 异响振动, as the outbox calls it. */
export const titleOf = ({ topic }: Form): string => `投诉${topic ? ` · ${topics[topic]}` : ''}`

/** The machine of an earlier complaint: the same problem again. */
export function withMachine(form: Form, { machines }: Served, serial: string): Form {
  const machine = machines.find((one) => one.serial === serial)
  return machine ? { ...turned(form, 'product'), equipmentId: machine.id } : form
}

/** A service that was chosen elsewhere: from its own page. */
export const withService = (form: Form, { services }: Served, id: string): Form =>
  services.some((one) => one.id === id) ? { ...turned(form, 'ticket'), ticketId: id } : form
