// Telephone numbers as people write them. Which number is one libphonenumber knows; which extension hangs on a Chinese
// landline, and how both are written, is ours.
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { plainForm } from './text'

/** Longest way of writing that is read at all. */
export const PHONE = 40

const EXTENSION = /^(.*?)[\s-]*(?:转接|转|分机号?|ext\.?|x|#|,|;)\s*:?\s*(\d{1,6})$/i
/** 0512-66881234-802: three parts, the last one short. */
const THIRD_PART = /^(\+?[\d\s()]*\d{2,4}\)?[-\s]?\d{7,8})-(\d{1,6})$/
const LAST_PART = /^(.*\d)[-\s]+(\d{1,6})$/

/** Two digits of an area (010, 02x) or three. */
const AREA = /^(?!400|800)(10|2\d|[3-9]\d{2})(\d{7,8})$/

/**
 * 13800000001, 0512-66881234-802, 400-800-1234 or +85223456789 of any way to write it; null when it is no number.
 * A local number without its area is none: nobody could call it.
 */
export function phoneOf(text: string): string | null {
  const bare = plainForm(text).replace(/[‐‑‒–—―−]/g, '-')
  const cut = EXTENSION.exec(bare) ?? THIRD_PART.exec(bare)
  const whole = cut ? null : numberOf(bare)
  return whole ?? withExtension(cut ?? LAST_PART.exec(bare))
}

function withExtension(parts: RegExpExecArray | null): string | null {
  const [, main = '', extension] = parts ?? []
  const written = numberOf(main)
  return written === null ? null : `${written}-${extension}`
}

function numberOf(main: string): string | null {
  if (!/^[+\d\s()./-]+$/.test(main)) return null
  const parsed = parsePhoneNumberFromString(main.replace(/^\s*00(?=\d{8})/, '+'), 'CN')
  if (!parsed?.isValid()) return null
  return parsed.countryCallingCode === '86' ? chinese(parsed.nationalNumber) : parsed.number
}

function chinese(national: string): string | null {
  if (/^1\d{10}$/.test(national)) return national
  const free = /^([48]00)(\d{3})(\d{4})$/.exec(national)
  if (free) return free.slice(1).join('-')
  const [, area, rest] = AREA.exec(national) ?? []
  return area && rest ? `0${area}-${rest}` : null
}

/** As a dialler takes it: the extension after a pause. */
export const dialled = (phone: string): string =>
  phone.replace(/^(\+?\d+-?\d{7,}|[48]00-\d{3}-\d{4})-(\d{1,6})$/, '$1,$2')
