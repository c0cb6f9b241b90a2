// Trouble in the person's words: what happened, what to do, and last and small a code.
import { refusalWords } from '../domain/refusals'
import { RefusedError, UnreachableError } from './call'
import type { Problem } from './page'

/** The refusal's code, OFFLINE, UNREACHABLE, or BUG. */
export function codeOf(error: unknown): string {
  if (error instanceof RefusedError) return error.refusal.code
  if (error instanceof UnreachableError) return error.offline ? 'OFFLINE' : 'UNREACHABLE'
  return 'BUG'
}

/** What a page shows for an error; an unexpected one is logged and shown as 「系统开小差了」. `kept`: what was typed is safe. */
export function problemOf(error: unknown, kept = true): Problem {
  const safe = kept ? ',内容已保留' : ''
  const code = codeOf(error)
  if (error instanceof RefusedError) {
    return { words: error.refusal.words, code, wayOut: error.refusal.wayOut ?? '' }
  }
  if (code === 'OFFLINE') return { words: `没有网络${safe}`, code, wayOut: '连上网后重试' }
  if (code === 'UNREACHABLE') return { words: `网络慢,没有收到回应${safe}`, code, wayOut: '请重试' }
  console.error(error)
  return { words: refusalWords.BUSY, code, wayOut: '重试,或拨打服务电话' }
}
