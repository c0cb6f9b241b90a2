// The record that an engineer writes while he works: begun on 现场作业, finished on 服务记录, kept on the phone.
import { loadDraft, saveDraft } from './draft'
import { newKey } from './key'
import type { LocalMedia } from './media'

export interface PartForm {
  name: string
  oldSerial: string
  newSerial: string
  quantity: number
  oldGoes: string
}

export interface ReportForm {
  key: string
  fault: string
  cause: string
  measure: string
  hours: string
  result: string
  leftover: string
  next: string
  parts: PartForm[]
  ticks: string[]
  acceptance: { id: string; label: string; result: string; note: string }[]
  media: LocalMedia[]
}

export const freshReport = (): ReportForm => ({
  key: newKey(),
  fault: '',
  cause: '',
  measure: '',
  hours: '',
  result: '',
  leftover: '',
  next: '',
  parts: [],
  ticks: [],
  acceptance: [],
  media: [],
})

export const reportDraft = (id: string, v: string): string => `report-${id}-${v}`

/** What was written so far; a fresh one with `savedAt` 0 when nothing was. */
export function loadReport(id: string, v: string): { form: ReportForm; savedAt: number } {
  const kept = loadDraft<ReportForm>(reportDraft(id, v))
  return { form: { ...freshReport(), ...kept?.value }, savedAt: kept?.savedAt ?? 0 }
}

export const saveReport = (id: string, v: string, form: ReportForm): void =>
  saveDraft(reportDraft(id, v), form)
