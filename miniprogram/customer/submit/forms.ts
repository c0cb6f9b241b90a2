// The forms of a request, one per kind: what is empty, what is still missing, what is sent.
import type { Inputs } from '../../domain/door/inputs'
import { cut } from '../../domain/calendar/format'
import { kinds, symptoms, type openKinds, type Symptom } from '../../domain/company/kinds'
import { newKey } from '../../services/key'
import { announced, type LocalMedia } from '../../services/media'
import { cachedSession } from '../../services/session'

/** Kinds that can be asked for here; a complaint has a page of its own. */
export type FormKind = Exclude<(typeof openKinds)[number], 'complaint'>
const forms: readonly FormKind[] = ['repair', 'installation', 'inquiry']
export const formKind = (type: string | undefined): FormKind =>
  forms.find((kind) => kind === type) ?? 'repair'

/** All that the forms of this page take; a kind sends its own part. */
export interface Form {
  key: string
  equipmentId: string
  symptom: string
  production: string
  mode: string
  contractNo: string
  arrivalOn: string
  readyOn: string
  description: string
  contactName: string
  contactPhone: string
  wish: string
  wishAt: number | null
  media: LocalMedia[]
  /** From the page's query: the earlier ticket, and the engineer who was on the spot. */
  follows: string | null
  met: string | null
}

export function fresh(from: Pick<Form, 'follows' | 'met'> = { follows: null, met: null }): Form {
  const me = cachedSession()?.me
  return {
    key: newKey(),
    equipmentId: '',
    symptom: '',
    production: '',
    mode: '',
    contractNo: '',
    arrivalOn: '',
    readyOn: '',
    description: '',
    contactName: me?.name ?? '',
    contactPhone: me?.phone ?? '',
    wish: 'asap',
    wishAt: null,
    media: [],
    ...from,
  }
}

/** What is sent of a form; the schema of its kind judges it. */
export function inputOf(kind: FormKind, form: Form): Inputs['ticket.submit'] {
  const { symptom, production, mode, contractNo, arrivalOn, readyOn, media: files, ...rest } = form
  const { wish, wishAt, follows, met, ...asking } = rest
  const visited = { wish, wishAt, follows, met }
  const own: Record<FormKind, object> = {
    repair: { symptom, production, ...visited },
    installation: { mode, contractNo, arrivalOn, readyOn, ...visited },
    inquiry: {},
  }
  return { kind, ...asking, ...own[kind], media: announced(files) } as Inputs['ticket.submit']
}

/** How many required things are still missing. */
export function missing(kind: FormKind, form: Form): number {
  const said = form.description.trim() !== '' || form.media.length > 0
  const wanted: Record<FormKind, unknown[]> = {
    repair: [form.equipmentId, form.symptom, said, form.production],
    installation: [form.equipmentId, form.mode, form.contractNo.trim(), form.arrivalOn, form.readyOn],
    inquiry: [said],
  }
  return wanted[kind].filter((one) => !one).length
}

/** 报修 V850 · 报警停机, as the outbox calls it. */
export function titleOf(kind: FormKind, form: Form, model: string): string {
  const about: Record<FormKind, string> = {
    repair: symptoms[form.symptom as Symptom],
    installation: '',
    inquiry: cut(form.description, 20),
  }
  return [`${kinds[kind].label} ${model}`.trim(), about[kind]].filter(Boolean).join(' · ')
}
