// What the routes share: the server's context, reading a body, answering JSON.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Cloud } from '../cloud/cloud'
import type { LocalOptions } from '../options'

/** What happens to one of the next calls: a kind of local's own, or the name of a played answer. */
export interface Fault {
  kind: string
  /** Waits for a call that changes something. */
  atChange: boolean
}

export interface Context {
  cloud: Cloud
  options: LocalOptions
  /** openid (or * for anybody) → what happens to the next calls. */
  faults: Map<string, Fault[]>
  /** Open event streams. */
  open: Set<ServerResponse>
}

export type Route = (
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
) => void | Promise<void>

/** Answers JSON. */
export function json(response: ServerResponse, value: unknown, status = 200): void {
  const text = JSON.stringify(value)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
  })
  response.end(text)
}

const largest = 60 * 1024 * 1024

/** The whole body; throws above 60 MB. */
export async function body(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > largest) throw new Error('请求太大')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Parameter of the address, '' when absent. */
export const param = (request: IncomingMessage, name: string): string =>
  new URL(request.url ?? '/', 'http://local').searchParams.get(name) ?? ''

/** The person on whose behalf the phone calls, null for nobody. */
export const callerOf = (request: IncomingMessage): string | null => {
  const given = request.headers['x-openid']
  return typeof given === 'string' && given !== '' ? given : null
}
