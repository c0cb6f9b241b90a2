// A cell of a ledger keeps its kind: a number is a number, words are words, a formula's error is no content.
import { tidy } from '../form/text'

/** Words, a number, or a day as 2024-07-01 (14:30). */
export type LedgerCell = string | number
export type LedgerRow = readonly LedgerCell[]

/** What a cell says; '' when it is blank. */
export const wordsIn = (cell: LedgerCell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'number' ? String(cell) : tidy(cell)

const ERRORS = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/i
/** #N/A and its like: what a formula could not work out. */
export const isFormulaError = (cell: LedgerCell | undefined): boolean => ERRORS.test(wordsIn(cell))

/** A number as Excel keeps it: 15 digits, the others are zeros that nobody typed. */
const SURE = 1e15
/** A number that stands where a code should: its digits are lost, or may be. */
export const hasLostDigits = (cell: LedgerCell | undefined): boolean =>
  typeof cell === 'number'
    ? !Number.isInteger(cell) || Math.abs(cell) >= SURE
    : /^\d+(\.\d+)?E\+?\d+$/i.test(wordsIn(cell))

export const isBlank = (cells: LedgerRow): boolean => cells.every((cell) => wordsIn(cell) === '')

/** A line that says something: a lonely 序号 that was dragged down does not. */
export const saysSomething = (cells: LedgerRow): boolean =>
  cells.filter((cell) => wordsIn(cell) !== '').length > 1

/** The last line of a table that adds up the others. */
export const isSumLine = (cells: LedgerRow): boolean =>
  cells.some((cell) => /^(合\s*计|总\s*计|小\s*计|累\s*计)[:：]?$/.test(wordsIn(cell)))

/** Cells of one column that are one cell on the sheet: rows of the sheet, the first is 1. */
export interface Merged {
  column: number
  from: number
  to: number
}
