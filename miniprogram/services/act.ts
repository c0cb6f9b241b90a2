// How every page does something: one at a time, with the trouble shown where it belongs.
import { RefusedError } from './call'
import type { PageLike, Problem } from './page'
import { problemOf } from './problem'

/** What `act` sets on a page. Spread `idle` into a page's data. */
export interface Acting {
  busy: boolean
  problem: Problem | null
  /** Field path → message. */
  errors: Record<string, string>
}

export const idle: Acting = { busy: false, problem: null, errors: {} }

const working = new WeakSet<object>()

/** Does the job unless one is on (a double tap is ignored); null when ignored or failed. Never throws. */
export async function act<T>(page: PageLike, job: () => Promise<T>): Promise<T | null> {
  if (working.has(page)) return null
  working.add(page)
  page.setData({ busy: true, problem: null, errors: {} })
  try {
    return await job()
  } catch (error) {
    trouble(page, error)
    return null
  } finally {
    working.delete(page)
    page.setData({ busy: false })
  }
}

/** Shows field errors found on the phone itself and goes to the first; true when there are some. */
export function showErrors(page: PageLike, errors: Record<string, string>): boolean {
  const paths = Object.keys(errors)
  page.setData({ errors })
  if (paths[0] !== undefined) goToField(paths[0])
  return paths.length > 0
}

function trouble(page: PageLike, error: unknown): void {
  page.setData({ problem: problemOf(error) })
  if (!(error instanceof RefusedError)) return
  const { code, words, fields } = error.refusal
  if (code === 'CONFLICT' || code === 'CHANGED') askForLatest(page, words)
  if (fields) showErrors(page, fields)
}

function askForLatest(page: PageLike, words: string): void {
  wx.showModal({
    title: `${(page.data as { subject?: string }).subject ?? '工单'}已更新`,
    content: words,
    confirmText: '查看最新',
    cancelText: '留在这里',
    success: ({ confirm }) => {
      if (confirm) page.refresh?.()
    },
  })
}

/** A field's row has id="f-<path>" so that it can be scrolled to. */
function goToField(path: string): void {
  wx.pageScrollTo({
    selector: `#f-${path.replace(/\W/g, '-')}`,
    offsetTop: -96,
    duration: 200,
    fail: () => {},
  })
}
