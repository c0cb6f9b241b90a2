// What statistics answer: bars of a Pareto, measures, satisfaction. Types only.

export interface Bar {
  /** Code of the class; 'other' for the rest. */
  code: string
  name: string
  /** Times, hours or whole yuan as the base says, or that per hundred machines. */
  value: number
  count: number
  /** Of the whole, 0–1; `cumulative` up to and with this one. */
  share: number
  cumulative: number
}

export interface Pareto {
  /** Ten at most and 其他. */
  bars: Bar[]
  total: number
  /** Classified cases counted, and those that have no class yet. */
  cases: number
  unclassified: number
  /** In service at the end of the period, of the model or all. */
  machines: number
  /** Fewer than 20 cases: a table only, no cumulative line. */
  enough: boolean
  /** 「前 3 类占 61%:主轴、刀库换刀、液压气动」 */
  sentence: string
  models: string[]
  /** Of the model that was asked for; none while all models are shown. */
  batches: string[]
  /** For whom prices are not shown there is no base 'cost'. */
  costs: boolean
}

export interface Measure {
  key: string
  label: string
  /** Null when there is nothing to measure. */
  value: number | null
  /** The value with its unit, as it is read: 「86 小时」「92%」. */
  words: string
  /** How many the value rests on, in words too: 「样本 42 次上门」. */
  sample: number
  sampleWords: string
  /** False when the sample is too small to be relied on. */
  enough: boolean
  /** The same of the period before, null when none. */
  before: string | null
  /** The value of the period before. */
  past: number | null
  /** Against the period before; null when one of both has too small a sample. */
  trend: 'better' | 'worse' | 'same' | null
  /** One tap away: what it is, how it is worked out, from which times. */
  definition: string
}

export interface Satisfaction {
  /** An engineer, a model, a company or a month. */
  key: string
  name: string
  answers: number
  asked: number
  average: number | null
  /** Answers of 4–5 stars, 0–1. */
  csat: number | null
  /** −100 to 100. */
  nps: number | null
}
