// A function calls a function: no identity goes along, as on CloudBase.
import { CloudError } from '../errors'
import { text, type Action } from './action'

export const invokeFunction: Action = async (cloud, body) => {
  const data: unknown = body.request_data ? JSON.parse(text(body, 'request_data')) : {}
  const run = await cloud.functions.call(text(body, 'function_name'), data, null)
  if (!run.ok) throw new CloudError('FUNCTIONS_EXECUTE_FAIL', run.message)
  return { data: { response_data: JSON.stringify(run.result ?? null) } }
}
