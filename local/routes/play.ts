// What a person plays with beside the phones: the clock, consents, the chat, faults.
import { body, json, param, type FaultKind, type Route } from './http'

export const clock: Route = async ({ cloud, open }, request, response) => {
  if (request.method === 'POST') {
    const { now, advance } = JSON.parse((await body(request)).toString()) as {
      now?: number
      advance?: number
    }
    if (typeof now === 'number') cloud.clock.set(now)
    else if (typeof advance === 'number') cloud.clock.set(cloud.clock.now() + advance)
    else return json(response, { error: '要 now 或 advance(毫秒)' }, 400)
    const data = JSON.stringify({ now: cloud.clock.now(), offset: cloud.clock.offset })
    for (const stream of open) stream.write(`event: clock\ndata: ${data}\n\n`)
  }
  json(response, { now: cloud.clock.now(), offset: cloud.clock.offset })
}

export const consents: Route = async ({ cloud }, request, response) => {
  if (request.method === 'GET') return json(response, cloud.consents.of(param(request, 'openid')))
  const { openid, results } = JSON.parse((await body(request)).toString()) as {
    openid: string
    results: Record<string, string>
  }
  cloud.consents.answer(openid, results)
  json(response, cloud.consents.of(openid))
}

export const chat: Route = ({ cloud }, request, response) =>
  json(response, cloud.chat.of(param(request, 'openid')))

const kinds: readonly FaultKind[] = ['lostAnswer', 'crash']

export const faults: Route = async (context, request, response) => {
  const {
    openid = '*',
    kind,
    times = 1,
  } = JSON.parse((await body(request)).toString()) as {
    openid?: string
    kind: FaultKind
    times?: number
  }
  if (!kinds.includes(kind)) return json(response, { error: `没有这种故障: ${String(kind)}` }, 400)
  // times 0 heals: what was still planned does not happen
  const planned = times === 0 ? [] : (context.faults.get(openid) ?? [])
  context.faults.set(openid, [...planned, ...Array.from({ length: Math.min(times, 20) }, () => kind)])
  json(response, { ok: true })
}
