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
  /** Codes of machine models; none = every machine. */
  models: readonly string[]
  sections: readonly ManualSection[]
}

/** The manuals of a model as tickets name it (V850 立式加工中心: its code comes first), those of every machine last. */
export function manualsFor(manuals: readonly Manual[], model: string): Manual[] {
  const code = model.split(' ')[0]!
  const own = manuals.filter((one) => one.models.includes(code))
  return [...own, ...manuals.filter((one) => one.models.length === 0)]
}

/** Bytes of a manual's text in UTF-8. */
export function manualBytes(manual: Manual): number {
  const text = [manual.title, ...manual.sections.flatMap((one) => [one.title, ...one.steps])].join('\n')
  return encodeURIComponent(text).replace(/%../g, '.').length
}
