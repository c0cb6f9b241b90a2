// Ids that are derived, so that doing something twice meets itself.
import { createHash, randomBytes } from 'node:crypto'

/** SHA-256 as hex. */
export const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A person's id: not the openid, which stays on the server. */
export const pidOf = (openid: string): string => `p${hash(`person:${openid}`).slice(0, 24)}`

/** A ticket's id from its author and the request's key. */
export const ticketIdOf = (pid: string, key: string): string => `t${hash(`${pid}:${key}`).slice(0, 24)}`

/** An 8D's id, from its author and the request's key, or from what it was drafted for. */
export const d8IdOf = (source: string): string => `d${hash(`8d:${source}`).slice(0, 24)}`

/** 32 random bytes for numbers and codes. */
export const random = (): number[] => [...randomBytes(32)]
