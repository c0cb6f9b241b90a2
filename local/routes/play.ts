// What a person plays with beside the phones: the clock, consents, faults.
import { find } from '../cloud/find'
import { tellAll } from './events'
import { body, json, param, type Context, type Route } from './http'

export const clock: Route = async (context, request, response) => {
  const { cloud } = context
  if (request.method === 'POST') {
    const { now, advance } = JSON.parse((await body(request)).toString()) as {
      now?: number
      advance?: number
    }
    if (typeof now === 'number') cloud.clock.set(now)
    else if (typeof advance === 'number') cloud.clock.set(cloud.clock.now() + advance)
    else return json(response, { error: '要 now 或 advance(毫秒)' }, 400)
    tellAll(context, 'clock', timeOf(context))
  }
  json(response, timeOf(context))
}

const timeOf = ({ cloud }: Context) => ({ now: cloud.clock.now(), offset: cloud.clock.offset })

/** {at}: when something falls due next, as the product knows it; null when it does not say. */
export const nextStop: Route = ({ cloud, options }, _request, response) => {
  const all = (name: string) => find(cloud.db, cloud.db.collection(name), {}).map((one) => one.doc)
  json(response, { at: options.nextStop?.({ all }, cloud.clock.now()) ?? null })
}

/** {at}: this time on the next working day, as the product knows it; null when it does not say. */
export const nextWorkday: Route = ({ cloud, options }, _request, response) =>
  json(response, { at: options.nextWorkday?.(cloud.clock.now()) ?? null })

/** Credits of a person, or of everybody when nobody is named. */
export const consents: Route = async ({ cloud }, request, response) => {
  if (request.method === 'GET') {
    const openid = param(request, 'openid')
    return json(response, openid ? cloud.consents.of(openid) : cloud.consents.all())
  }
  const { openid, results } = JSON.parse((await body(request)).toString()) as {
    openid: string
    results: Record<string, string>
  }
  cloud.consents.answer(openid, results)
  json(response, cloud.consents.of(openid))
}

/** 超时后已成功, 函数出错, 重复提交; a product adds answers of its door by LocalOptions.faults. */
const kinds: readonly string[] = ['lostAnswer', 'crash', 'twice']

export const faults: Route = async (context, request, response) => {
  const {
    openid = '*',
    kind,
    times = 1,
    at = 'any',
  } = JSON.parse((await body(request)).toString()) as {
    openid?: string
    kind: string
    times?: number
    at?: 'any' | 'change'
  }
  if (!kinds.includes(kind) && !context.options.faults?.[kind])
    return json(response, { error: `没有这种故障: ${String(kind)}` }, 400)
  const fault = { kind, atChange: at === 'change' }
  // times 0 heals: what was still planned does not happen
  const planned = times === 0 ? [] : (context.faults.get(openid) ?? [])
  context.faults.set(openid, [...planned, ...Array.from({ length: Math.min(times, 20) }, () => fault)])
  json(response, { ok: true })
}
