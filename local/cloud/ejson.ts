// Canonical EJSON, as the SDK sends and reads it. Numbers are plain numbers here: nothing of ours is above 2^53.
export type Doc = Record<string, unknown>

const numbers = new Set(['$numberInt', '$numberLong', '$numberDouble', '$numberDecimal'])

type Plain = Record<string, unknown>
const single = (value: Plain): [string, unknown] | null => {
  const keys = Object.keys(value)
  return keys.length === 1 && keys[0]!.startsWith('$') ? [keys[0]!, value[keys[0]!]] : null
}

/** EJSON value → JavaScript value; `now` resolves the server's date. */
export function decode(value: unknown, now: number): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((one) => decode(one, now))
  const special = single(value as Plain)
  if (special) {
    const known = decodeSpecial(special[0], special[1], now)
    if (known !== undefined) return known.value
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, decode(one, now)]))
}

function decodeSpecial(key: string, value: unknown, now: number): { value: unknown } | undefined {
  if (numbers.has(key)) return { value: Number(value) }
  if (key === '$oid') return { value }
  if (key === '$date') {
    const at = typeof value === 'object' && value !== null ? Number((value as Plain).$numberLong) : value
    return { value: new Date(at as number | string) }
  }
  if (key === '$regularExpression') {
    const { pattern, options = '' } = value as { pattern: string; options?: string }
    return { value: new RegExp(pattern, options.replace(/[^imsu]/g, '')) }
  }
  if (key === '$tcb_server_date') {
    const offset = decode((value as Plain).offset ?? 0, now) as number
    return { value: new Date(now + offset) }
  }
  return undefined
}

/** JavaScript value → EJSON value; undefined members are left out. */
export function encode(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $numberDouble: String(value) }
  if (value === null || typeof value !== 'object') return value
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } }
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } }
  if (Array.isArray(value)) return value.map((one) => (one === undefined ? null : encode(one)))
  const known = Object.entries(value).filter(([, one]) => one !== undefined)
  return Object.fromEntries(known.map(([key, one]) => [key, encode(one)]))
}

export const parse = (text: string, now = 0): Doc => decode(JSON.parse(text), now) as Doc
export const stringify = (value: unknown): string => JSON.stringify(encode(value))
