// What an action of the SDK's protocol is: a body in, the reply's fields out.
import { parse, type Doc } from '../ejson'
import type { CloudParts } from '../parts'

export type Body = Record<string, unknown>
export type Action = (cloud: CloudParts, body: Body) => unknown | Promise<unknown>

export const text = (body: Body, key: string): string => String(body[key] ?? '')

/** The query of a body; {} without one. */
export const queryOf = (cloud: CloudParts, body: Body): Doc =>
  typeof body.query === 'string' ? parse(body.query, cloud.clock.now()) : {}

/** What a write is given. */
export const dataOf = (cloud: CloudParts, body: Body): Doc => parse(text(body, 'data'), cloud.clock.now())
