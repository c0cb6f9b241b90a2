// A serial number as it stands on a nameplate, however it was typed, scanned or copied out of a table.
import { plainForm } from './text'

/** Longest serial number that is registered. */
export const SERIAL = 40

/** All that people take for a dash. */
const DASHES = /[-‐‑‒–—―−﹘﹣－]+/g

/** In capitals, with one plain dash, without blanks or what nobody sees. */
export const serialOf = (text: string): string =>
  plainForm(text)
    .replace(/[\s\u200C\u200D]/g, '')
    .replace(DASHES, '-')
    .toUpperCase()

/** More places than these are no slip of the eye. */
const MOST_SLIPS = 8

/** The serial numbers that look the same where O and 0 are taken for each other; without itself. */
export function lookalikes(serial: string): string[] {
  const places = [...serial.matchAll(/[O0]/g)].map((one) => one.index)
  if (places.length === 0 || places.length > MOST_SLIPS) return []
  const all = Array.from({ length: 2 ** places.length }, (_, bits) => {
    const letters = [...serial]
    places.forEach((place, i) => (letters[place] = bits & (1 << i) ? '0' : 'O'))
    return letters.join('')
  })
  return all.filter((one) => one !== serial)
}

const SERIAL_WITHIN = /[A-Z0-9]+(?:-[A-Z0-9]+)+/g

/** A text's percent signs decoded; the text itself where they are none (100%合格). */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * The serial number in a nameplate's text: `s=`, `serial=` or `scene=` of an address, also within the address that an
 * ordinary-link code hands over as `q=`; else the last letters and digits joined by dashes; else the text when it is
 * short enough to be one; '' when there is none.
 */
export function serialIn(text: string): string {
  const q = /[?&]q=([^&#]+)/i.exec(text)?.[1]
  if (q !== undefined && decoded(q) !== text) return serialIn(decoded(q))
  const named = /(?:^|[?&])(?:serial|s|scene)=([^&#]+)/i.exec(text)?.[1]
  const whole = serialOf(decoded(named ?? text))
  if (/^[A-Z0-9-]+$/.test(whole)) return whole.length <= SERIAL ? whole : (within(whole) ?? '')
  return within(spaced(decoded(named ?? text))) ?? (whole.length <= SERIAL ? whole : '')
}

const spaced = (text: string): string => plainForm(text).replace(DASHES, '-').toUpperCase()

/** The part with a digit that looks most like a serial number. */
function within(text: string): string | undefined {
  const found = [...text.matchAll(SERIAL_WITHIN)].map(([one]) => one).filter((one) => /\d/.test(one))
  return found.filter((one) => one.length <= SERIAL).sort((a, b) => b.length - a.length)[0]
}
