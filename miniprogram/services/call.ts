// The one door to the functions.
import type { Answer, Call, Outputs } from '../../typings/contract'
import type { ActionName, Inputs } from '../domain/door/inputs'
import type { Refusal } from '../domain/engine/refusals'
import { heardTime, phoneTime } from './door-time'
import { askNetwork } from './network'
import { answered } from './synced'

/** The door said no: a code and the person's words. */
export class RefusedError extends Error {
  constructor(
    readonly refusal: Refusal,
    readonly requestId: string,
  ) {
    super(refusal.words)
  }
}

/** No answer: whether anything was done is not known. `offline` when there is no network at all. */
export class UnreachableError extends Error {
  constructor(
    readonly offline: boolean,
    readonly detail = '',
  ) {
    super(offline ? '没有网络' : '没有回应')
  }
}

/** Longer than any function may run. */
const PATIENCE = 25_000

/** One call. Throws RefusedError or UnreachableError. What carries a key is safe to repeat, so it is, once. */
export const call: Call = async (action, input) => {
  try {
    return await once(action, input)
  } catch (error) {
    if (!(error instanceof UnreachableError) || !keyed(input) || error.offline) throw error
    return once(action, input)
  }
}

const keyed = (input: object): boolean => 'key' in input || 'request' in input

async function once<A extends ActionName>(action: A, input: Inputs[A]): Promise<Outputs[A]> {
  const answer = await answerOf<Outputs[A]>(action, input)
  if (answer.ok) return answer.data
  throw new RefusedError(answer.refusal, answer.requestId)
}

async function answerOf<T>(action: ActionName, input: object): Promise<Answer<T>> {
  let reply: unknown
  const asked = phoneTime()
  try {
    reply = await inTime(wx.cloud.callFunction({ name: 'api', data: { action, input } }))
  } catch (error) {
    throw new UnreachableError(!(await askNetwork()), messageOf(error))
  }
  const result = (reply as { result?: unknown }).result
  if (!isAnswer<T>(result)) throw new UnreachableError(false, messageOf(reply))
  heardTime(result.at, asked, phoneTime())
  answered()
  return result
}

function isAnswer<T>(value: unknown): value is Answer<T> {
  return typeof value === 'object' && value !== null && 'ok' in value
}

function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject({ errMsg: 'timeout' }), PATIENCE)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

const messageOf = (error: unknown): string => (error as { errMsg?: string }).errMsg ?? String(error)
