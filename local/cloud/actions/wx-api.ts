// callWxOpenApi: WeChat's open APIs, played here; nothing leaves the machine.
import { absent } from '../errors'
import { openApis } from '../openapi/index'
import { text, type Action } from './action'

export const wxApi: Action = (cloud, body) => {
  const name = text(body, 'apiName')
  const api = openApis[name]
  if (!api) throw absent(`WeChat open API ${name}`)
  const given: unknown = body.requestData ? JSON.parse(text(body, 'requestData')) : {}
  return { data: { responseData: JSON.stringify(api(cloud, given as Record<string, unknown>)) } }
}
