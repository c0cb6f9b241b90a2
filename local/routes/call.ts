// wx.cloud.callFunction as the phone makes it.
import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { body, callerOf, json, type Context, type Route } from './http'

export const callFunction: Route = async (context, request, response) => {
  const { name, data } = JSON.parse((await body(request)).toString()) as { name: string; data: unknown }
  const openid = callerOf(request)
  const fault = nextFault(context, openid, name, data)
  const requestID = randomUUID()
  const played = context.options.faults?.[fault ?? '']
  if (played) return json(response, { result: played.answer, errMsg: 'cloud.callFunction:ok', requestID })
  if (fault === 'crash') return json(response, failure(-504002, 'functions execute fail (演示)', requestID))
  const call = () => context.cloud.functions.call(name, data ?? {}, openid)
  const run = fault === 'twice' ? (await Promise.all([call(), call()]))[1] : await call()
  if (fault === 'lostAnswer') return breakOff(response)
  if (run.ok) return json(response, { result: run.result, errMsg: 'cloud.callFunction:ok', requestID })
  process.stderr.write(`function ${name}: ${run.message}\n`)
  json(response, failure(run.code, 'functions execute fail', requestID))
}

// Carried out, but the answer never arrives. The head goes out first: a browser would quietly repeat a request
// whose connection broke before any answer, and nobody would see the fault.
function breakOff(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 })
  response.write('{', () => response.destroy())
}

function failure(errCode: number, words: string, requestID: string): object {
  return { errCode, errMsg: `cloud.callFunction:fail Error: errCode: ${errCode} ${words}`, requestID }
}

function nextFault(
  { faults, options }: Context,
  openid: string | null,
  name: string,
  data: unknown,
): string | undefined {
  const changes = options.changes?.(name, data) ?? true
  for (const who of [openid ?? '', '*']) {
    const planned = faults.get(who) ?? []
    const at = planned.findIndex((one) => changes || !one.atChange)
    if (at >= 0) return planned.splice(at, 1)[0]!.kind
  }
  return undefined
}
