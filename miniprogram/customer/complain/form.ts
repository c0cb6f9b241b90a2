// The form of a complaint: what is empty, what is still missing, what is sent.
import type { Served } from '../../../typings/contract'
import { abouts, remedies, topics, type About, type Topic } from '../../domain/complaint-parts'
import type { Inputs } from '../../domain/inputs'
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

/** What a problem may be, by what it is about: the first is proposed. */
const topicsOf: Readonly<Partial<Record<About, Topic[]>>> = {
  delay: ['slow', 'unfixed', 'parts', 'other'],
  person: ['attitude', 'slow', 'unfixed', 'charge', 'other'],
}

export const choices = {
  safeties: [
    { value: 'no', label: '没有' },
    { value: 'yes', label: '有' },
  ],
  abouts: options(abouts),
  remedies: options(remedies),
}
export const topicOptions = (about: About | '') => options(topics, about ? topicsOf[about] : undefined)

/** A change of what it is about: what belongs to the other kinds goes, a topic is proposed where one is usual. */
export function turned(form: Form, about: About): Form {
  const usual = topicsOf[about]
  const topic = usual ? usual[0]! : usual === undefined && form.topic in topics ? form.topic : ''
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

/** A service that was chosen elsewhere: from its own page. */
export const withService = (form: Form, { services }: Served, id: string): Form =>
  services.some((one) => one.id === id) ? { ...turned(form, 'ticket'), ticketId: id } : form
