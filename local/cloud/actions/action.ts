// What an action of the SDK's protocol is: a body in, the reply's fields out.
import type { Cloud } from '../cloud'
import { parse, type Doc } from '../ejson'

export type Body = Record<string, unknown>
export type Action = (cloud: Cloud, body: Body) => unknown | Promise<unknown>

export const text = (body: Body, key: string): string => String(body[key] ?? '')

/** The query of a body; {} without one. */
export const queryOf = (cloud: Cloud, body: Body): Doc =>
  typeof body.query === 'string' ? parse(body.query, cloud.clock.now()) : {}

/** What a write is given. */
export const dataOf = (cloud: Cloud, body: Body): Doc => parse(text(body, 'data'), cloud.clock.now())
