/** What services need of a page or component: its data and a way to set it. */
export interface PageLike {
  data: object
  setData(data: Record<string, unknown>, done?: () => void): void
  /** Loads anew; called when somebody chose 「查看最新」. */
  refresh?: () => unknown
}

/** A trouble as a page shows it: words, a code for the service line, the way out. */
export interface Problem {
  words: string
  code: string
  wayOut: string
  /** What may have been meant. */
  candidate?: string
}
