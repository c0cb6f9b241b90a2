// What the office writes down: the form as typed, and the entry that it becomes.
import type { CompanyFound } from '../../../typings/contract'
import { remedies, topics } from '../../domain/complaint/parts'
import { inputErrors, type Inputs } from '../../domain/door/inputs'
import {
  installModes,
  isServed,
  kinds,
  openKinds,
  production,
  sources,
  specials,
  symptoms,
  wishes,
} from '../../domain/company/kinds'
import { doorTime } from '../../services/door-time'
import { newKey } from '../../services/key'
import { announced, type LocalMedia } from '../../services/media'
import { instantOf, pickerParts } from '../../domain/calendar/days'

export interface Form {
  key: string
  source: string
  letterNo: string
  date: string
  time: string
  company: CompanyFound | null
  equipmentId: string
  /** The customer's person; '' when it is somebody else who is typed. */
  ownerPid: string
  contactName: string
  contactPhone: string
  kind: (typeof openKinds)[number]
  symptom: string
  production: string
  mode: string
  contractNo: string
  arrivalOn: string
  readyOn: string
  description: string
  wish: string
  media: LocalMedia[]
  special: string
  /** Of a complaint: what about, whom, danger ('yes', 'no'), what is asked for. */
  topic: string
  personPid: string
  safety: string
  remedies: string[]
}

const options = (record: Readonly<Record<string, string>>, ...wanted: string[]) =>
  Object.entries(record)
    .filter(([value]) => wanted.length === 0 || wanted.includes(value))
    .map(([value, label]) => ({ value, label }))

export const choices = {
  sources: options(sources, 'phone', 'wechat', 'letter', 'other'),
  kinds: openKinds.map((value) => ({ value, label: kinds[value].label })),
  symptoms: options(symptoms),
  production: options(production),
  modes: options(installModes),
  wishes: options(wishes, 'asap', 'today', 'tomorrow'),
  // 其他 after all others
  topics: [
    ...options(topics).filter(({ value }) => value !== 'other'),
    { value: 'other', label: topics.other },
  ],
  remedies: options(remedies),
  safeties: [
    { value: 'no', label: '没有' },
    { value: 'yes', label: '有' },
  ],
  specials: [{ value: '', label: '不是' }, ...options(specials)],
}

/** An empty form; `source` is given where only one way is open. */
export function fresh(now: number, source = ''): Form {
  return {
    key: newKey(),
    source,
    letterNo: '',
    ...pickerParts(now),
    company: null,
    equipmentId: '',
    ownerPid: '',
    contactName: '',
    contactPhone: '',
    kind: 'repair',
    symptom: '',
    production: '',
    mode: '',
    contractNo: '',
    arrivalOn: '',
    readyOn: '',
    description: '',
    wish: 'asap',
    media: [],
    special: '',
    topic: '',
    personPid: '',
    safety: '',
    remedies: [],
  }
}

/** What it is about follows from what was named: the person, else the machine, else that it takes too long. */
function complaintOf({ topic, personPid, safety, remedies: wanted, equipmentId }: Form): object {
  const about = personPid ? 'person' : equipmentId ? 'product' : 'delay'
  const danger = safety === '' ? undefined : safety === 'yes'
  return {
    about,
    topic,
    personPid: personPid || null,
    safety: danger,
    remedies: wanted,
    ticketId: null,
    callAt: null,
  }
}

/** The entry as the door takes it; `despite`: the office knows of the open one. */
export function entryOf(form: Form, despite: boolean): Inputs['ticket.enter'] {
  const { key, equipmentId, description, contactName, contactPhone, wish, media } = form
  const { kind, symptom, production: works, mode, contractNo, arrivalOn, readyOn } = form
  const common = { kind, key, equipmentId, description, contactName, contactPhone }
  const visited = { wish, wishAt: null }
  const own: Record<Form['kind'], object> = {
    repair: { symptom, production: works, ...visited },
    installation: { mode, contractNo, arrivalOn, readyOn, ...visited },
    inquiry: {},
    complaint: complaintOf(form),
  }
  return {
    companyId: form.company?.id ?? '',
    ownerPid: form.ownerPid || null,
    source: form.source,
    letterNo: form.source === 'letter' ? form.letterNo : '',
    requestedAt: instantOf(form.date, form.time),
    special: isServed(kind) ? form.special : '',
    despite,
    request: { ...common, ...own[kind], media: announced(media) },
  } as Inputs['ticket.enter']
}

/** What does not fit, by the form's own fields. */
export function troubles(form: Form, now: number): Record<string, string> {
  const found: Record<string, string> = {}
  if (!form.company) found.company = '请先找到客户企业'
  if (instantOf(form.date, form.time) > now) found.requestedAt = '客户提出的时间不能在现在之后'
  const errors = inputErrors('ticket.enter', entryOf(form, false), doorTime())
  for (const [path, words] of Object.entries(errors)) if (path !== 'companyId') found[fieldOf(path)] ??= words
  return found
}

/** request.symptom → symptom: the row of a path that the door names. */
export const fieldOf = (path: string): string => path.replace(/^request\./, '')

/** How many required things are still missing. */
export const missing = (form: Form, now: number): number => Object.keys(troubles(form, now)).length
