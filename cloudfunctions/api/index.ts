// The one door for the mini-program: who calls, which action, does the input fit, and the only catch.
import cloudbase from '@cloudbase/node-sdk'
import { randomUUID } from 'node:crypto'
import type * as v from 'valibot'
import { inputs, type ActionName, type Checked } from '../../miniprogram/domain/door/inputs'
import { judge } from '../../miniprogram/domain/form/judge'
import { Refused, refusalWords } from '../../miniprogram/domain/engine/refusals'
import type { Answer, Outputs } from '../../typings/contract'
import { callerOf, joined, type Caller } from '../service/caller'
import { lastSettings } from '../service/company/settings'
import { audit } from '../store/collections'
import { behind } from '../store/gate'
import { actions, type Actions, type Door } from './actions'
import { within } from './rate-limit'

interface Event {
  action?: unknown
  input?: unknown
}

/** Entry point of the cloud function. */
export async function main(event: Event, context: object): Promise<Answer<unknown>> {
  const requestId = (context as { request_id?: string }).request_id ?? randomUUID()
  const name = typeof event?.action === 'string' ? event.action : ''
  let caller: Caller | null = null
  try {
    caller = identify(context, requestId)
    return { ok: true, data: await run(name, event.input, caller), requestId }
  } catch (error) {
    return { ok: false, refusal: await refusalOf(error, name, caller, requestId), requestId }
  }
}

// Identity is what the platform put into this call's context; the process environment may be the previous caller's.
function identify(context: object, requestId: string): Caller {
  const { environment } = cloudbase.parseContext(context as never) as { environment?: { WX_OPENID?: string } }
  const openid = environment?.WX_OPENID
  if (!openid) throw new Refused('UNKNOWN_CALLER')
  return callerOf(openid, requestId, Date.now())
}

const isAction = (name: string): name is ActionName => Object.hasOwn(actions, name)

async function run(name: string, input: unknown, caller: Caller): Promise<unknown> {
  if (!within(caller.openid, caller.now, lastSettings().callsPerMinute)) throw new Refused('RATE_LIMITED')
  if (!isAction(name)) throw new Refused('INVALID_INPUT', { words: '没有这项操作' })
  return perform(name, input, caller)
}

type Schemas = { readonly [A in ActionName]: v.GenericSchema<unknown, Checked[A]> }
const schemas: Schemas = inputs

// One action's name is one type: what its schema lets through is what its own function takes.
async function perform<A extends ActionName>(name: A, input: unknown, caller: Caller): Promise<Outputs[A]> {
  const { who, run: act }: Actions[A] = actions[name]
  const judged = judge(schemas[name], input ?? {}, caller.now)
  if (!judged.ok) throw new Refused('INVALID_INPUT', { fields: judged.fields })
  return behind(admit(who, caller), () => act(caller, judged.output))
}

async function admit(who: Door, caller: Caller): Promise<void> {
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
