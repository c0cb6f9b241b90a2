// What somebody types, made fit to keep: one place for the phone and the door, so that both keep the same.

/** Letters that nobody sees and that spoil what reads them; line feed, tab and the joiners of emoji stay. */
const HARMFUL =
  /(?![\t\n\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}|\p{Bidi_Control}|[\u00AD\u115F\u1160\u180E\u200B\u2060-\u2064\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB]/gu

/** Anything that leaves ink: no blank, no mark alone, no joiner. */
const INK = /[^\s\u2800\p{Z}\p{M}\p{Cc}\p{Default_Ignorable_Code_Point}]/u

/** Text without what harms it, blanks kept. */
export const unharmed = (text: string): string => text.replace(HARMFUL, '')

/** Text without what harms it, trimmed; '' when nothing of it could be seen. */
export function tidy(text: string): string {
  const clean = unharmed(text).replace(/\r\n?/g, '\n').trim()
  return INK.test(clean) ? clean : ''
}

/** Full-width letters and digits as the plain ones (NFKC); for codes and numbers, never for words or names. */
export const plainForm = (text: string): string => tidy(text.normalize('NFKC'))

/** A number that somebody typed, 1,860.5 or １８６０.５; NaN when it is none or empty. */
export function numberTyped(text: string): number {
  const digits = plainForm(text).replace(/[,\s]/g, '')
  return digits === '' ? NaN : Number(digits)
}

/**
 * What is one letter to a reader (UAX 29, near enough): an emoji with its skin, its family and its flag, a letter with
 * its marks. Intl.Segmenter knows more, but not every phone has it, and both sides have to cut at the same place.
 */
const MARKS = String.raw`[\p{M}\p{Emoji_Modifier}\u200C\u{E0020}-\u{E007F}]*`
const WHOLE = new RegExp(
  String.raw`\r\n|\p{RI}\p{RI}${MARKS}|\p{ExtPict}${MARKS}(?:\u200D\p{ExtPict}${MARKS})*\u200D?|[^]${MARKS}\u200D?`,
  'gu',
)

/** The whole letters of a text. */
export const lettersOf = (text: string): string[] => text.match(WHOLE) ?? []

/** At most `max` of JavaScript's letters (UTF-16), ended after a whole one. */
export function cutWhole(text: string, max: number): string {
  if (text.length <= max) return text
  let kept = ''
  // one letter of a reader's may be long: a window of twice the length holds the last that fits
  for (const letter of lettersOf(text.slice(0, max * 2 + 40))) {
    if (kept.length + letter.length > max) break
    kept += letter
  }
  return kept
}

/** The first letter of a name. */
export const initialOf = (name: string): string => lettersOf(name.slice(0, 40))[0] ?? ''
