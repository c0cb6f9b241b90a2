// The door: who calls, which action, does the input fit, and the only catch. What lies behind it is handed to it.
import cloudbase, { type IContextParam } from '@cloudbase/node-sdk'
import { randomUUID } from 'node:crypto'
import type * as v from 'valibot'
import { Refused, refusalWords } from '../../miniprogram/domain/engine/refusals'
import { judge } from '../../miniprogram/domain/form/judge'
import type { Answer } from '../../typings/contract'
import { callerOf, joined, type Caller } from '../service/caller'
import { lastSettings } from '../service/company/settings'
import { audit } from '../store/collections'
import { behind } from '../store/gate'
import { within } from './rate-limit'

/** anyone: any WeChat user; customer, staff: joined, on that side; joined: either. */
export type Who = 'anyone' | 'joined' | 'customer' | 'staff'

/** An action behind the door: who may knock, what it takes, what is done. */
export interface Behind<T> {
  who: Who
  schema: v.GenericSchema<unknown, T>
  run(caller: Caller, input: T): Promise<unknown>
}

interface Event {
  action?: unknown
  input?: unknown
}

/** The entry point of a cloud function with these actions; an action that is not named is refused. */
export const doorOf =
  (actions: Readonly<Record<string, Behind<unknown>>>) =>
  async (event: Event, context: IContextParam): Promise<Answer<unknown>> => {
    const requestId = (context as { request_id?: string }).request_id ?? randomUUID()
    const name = typeof event?.action === 'string' ? event.action : ''
    let caller: Caller | null = null
    try {
      caller = identify(context, requestId)
      if (!within(caller.openid, caller.now, lastSettings().callsPerMinute)) throw new Refused('RATE_LIMITED')
      const action = Object.hasOwn(actions, name) ? actions[name] : undefined
      if (!action) throw new Refused('INVALID_INPUT', { words: '没有这项操作' })
      return { ok: true, data: await perform(action, event.input, caller), requestId }
    } catch (error) {
      return { ok: false, refusal: await refusalOf(error, name, caller, requestId), requestId }
    }
  }

// Identity is what the platform put into this call's context; the process environment may be the previous caller's.
function identify(context: IContextParam, requestId: string): Caller {
  const { environment } = cloudbase.parseContext(context)
  const openid = environment?.WX_OPENID
  if (!openid) throw new Refused('UNKNOWN_CALLER')
  return callerOf(openid, requestId, Date.now())
}

async function perform({ who, schema, run }: Behind<unknown>, input: unknown, caller: Caller) {
  const judged = judge(schema, input ?? {}, caller.now)
  if (!judged.ok) throw new Refused('INVALID_INPUT', { fields: judged.fields })
  return behind(admit(who, caller), () => run(caller, judged.output))
}

async function admit(who: Who, caller: Caller): Promise<void> {
  if (who === 'anyone') return
  const person = await joined(caller)
  if (who !== 'joined' && person.side !== who) throw new Refused('NO_PERMISSION')
}

/** A refusal is answered; anything else is a bug: logged with the request's id, shown as busy. */
async function refusalOf(error: unknown, action: string, caller: Caller | null, requestId: string) {
  if (!(error instanceof Refused)) {
    console.error(
      JSON.stringify({
        requestId,
        action,
        pid: caller?.pid,
        error: String((error as Error)?.stack ?? error),
      }),
    )
    return { code: 'BUSY' as const, words: refusalWords.BUSY }
  }
  const { code } = error.refusal
  if (caller && (code === 'NOT_FOUND' || code === 'NO_PERMISSION' || code === 'NOT_ALLOWED'))
    await note(caller, action, code)
  return error.refusal
}

// Who knocked where he may not: kept without what was typed.
async function note(caller: Caller, action: string, outcome: string): Promise<void> {
  try {
    await audit.insert({ _id: randomUUID(), at: caller.now, pid: caller.pid, action, about: '', outcome })
  } catch (error) {
    console.error(JSON.stringify({ requestId: caller.requestId, at: 'audit', error: String(error) }))
  }
}
