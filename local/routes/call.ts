// wx.cloud.callFunction as the phone makes it.
import { randomUUID } from 'node:crypto'
import { body, callerOf, json, type Context, type FaultKind, type Route } from './http'

export const callFunction: Route = async (context, request, response) => {
  const { name, data } = JSON.parse((await body(request)).toString()) as { name: string; data: unknown }
  const openid = callerOf(request)
  const fault = nextFault(context, openid)
  const requestID = randomUUID()
  if (fault === 'crash') return json(response, failure(-504002, 'functions execute fail (演示)', requestID))
  const run = await context.cloud.functions.call(name, data ?? {}, openid)
  // Carried out, but the answer never arrives: the connection breaks.
  if (fault === 'lostAnswer') return void request.socket.destroy()
  if (run.ok) return json(response, { result: run.result, errMsg: 'cloud.callFunction:ok', requestID })
  process.stderr.write(`function ${name}: ${run.message}\n`)
  json(response, failure(run.code, 'functions execute fail', requestID))
}

function failure(errCode: number, words: string, requestID: string): object {
  return { errCode, errMsg: `cloud.callFunction:fail Error: errCode: ${errCode} ${words}`, requestID }
}

function nextFault({ faults }: Context, openid: string | null): FaultKind | undefined {
  return faults.get(openid ?? '')?.shift() ?? faults.get('*')?.shift()
}
