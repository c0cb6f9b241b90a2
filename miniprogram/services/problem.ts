// Trouble in the person's words: what happened, what to do, and last and small a code.
import { refusalWords } from '../domain/engine/refusals'
import { RefusedError, UnreachableError } from './call'
import { FullError } from './outbox-store'
import type { Problem } from './page'

/** The refusal's code, OFFLINE, UNREACHABLE, FULL, or BUG. */
export function codeOf(error: unknown): string {
  if (error instanceof RefusedError) return error.refusal.code
  if (error instanceof UnreachableError) return error.offline ? 'OFFLINE' : 'UNREACHABLE'
  return error instanceof FullError ? 'FULL' : 'BUG'
}

/** What a page shows for an error; an unexpected one is logged and shown as 「系统开小差了」. `kept`: what was typed is safe. */
export function problemOf(error: unknown, kept = true): Problem {
  const safe = kept ? ',内容已保留' : ''
  const code = codeOf(error)
  if (error instanceof RefusedError) {
    const { words, wayOut = '', candidate } = error.refusal
    return { words, code, wayOut, ...(candidate ? { candidate } : {}) }
  }
  if (code === 'OFFLINE') return { words: `没有网络${safe}`, code, wayOut: '连上网后重试' }
  if (code === 'UNREACHABLE') return { words: `网络慢,没有收到回应${safe}`, code, wayOut: '请重试' }
  if (error instanceof FullError)
    return { words: '手机里待上传内容过多,请连上网先传完', code, wayOut: '到『我的 › 待上传』查看' }
  console.error(error)
  return { words: refusalWords.BUSY, code, wayOut: '重试,或拨打服务电话' }
}
