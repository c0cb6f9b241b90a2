// 作业手册 (第九条): which of the maker's manuals belong to a machine. The texts stay on the server's side.
export interface ManualSection {
  title: string
  steps: readonly string[]
}

export interface Manual {
  key: string
  title: string
  version: string
  approvedBy: string
  /** YYYY-MM-DD. */
  approvedOn: string
  /** Codes of machine models, or EVERY_MACHINE. */
  models: readonly string[]
  sections: readonly ManualSection[]
}

/** Stands among a manual's models when it is for every machine. */
export const EVERY_MACHINE = '*'

/** The manuals of a model as tickets name it (V850 立式加工中心: its code comes first), those of every machine last. */
export const manualsFor = <M extends Pick<Manual, 'models'>>(manuals: readonly M[], model: string): M[] =>
  [model.split(' ')[0]!, EVERY_MACHINE].flatMap((code) => manuals.filter((one) => one.models.includes(code)))

/** Bytes of a manual's text in UTF-8. */
export function manualBytes(manual: Manual): number {
  const text = [manual.title, ...manual.sections.flatMap((one) => [one.title, ...one.steps])].join('\n')
  return encodeURIComponent(text).replace(/%../g, '.').length
}
