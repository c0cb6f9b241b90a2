// Where a number of the settings stands a second time: in a sentence, a page or a constant that says it is a setting.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from '../build/files'
import { saidIn } from './forms'
import { isCounted, sentencesOf } from './sentences'
import { truths } from './truths'

export interface Copy {
  file: string
  sentence: string
  /** The settings whose number it may be; [] for a constant that calls itself a setting. */
  settings: readonly string[]
}

const places = [
  'miniprogram',
  'cloudfunctions',
  'typings',
  'demo/scenes.ts',
  'docs',
  'README.md',
  'README.zh-CN.md',
]
/** The table itself, the rules word for word, a company's lists, and what is printed from the code. */
const elsewhere =
  /miniprogram_npm|company\/(settings|articles|checklists)|docs\/(settings|8d|gates|lifecycle|contract)\.md$/

function filesIn(path: string): string[] {
  const whole = join(root, path)
  if (/\.\w+$/.test(path)) return [whole]
  return readdirSync(whole, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
}

const isSentences = (file: string): boolean => /\.(ts|wxs|wxml|json|md)$/.test(file) && !elsewhere.test(file)

/** A comment that calls its constant a setting, or a deadline with its number in the call. */
const isConstant = (sentence: string): boolean =>
  /\(settings?[;)]/.test(sentence) || /dueAfter(Workdays|Minutes)\(.*, *\d+\)/.test(sentence)

/** A length of time, or a number that says what it counts, written beside the decision that it is for. */
const isNumberInCode = (file: string, sentence: string): boolean =>
  file.startsWith('miniprogram/domain/') &&
  !/domain\/(calendar|form\/ranges)/.test(file) &&
  isCounted(sentence)

/** The copies in one file. */
export const copiesIn = (file: string, text: string): Copy[] =>
  sentencesOf(file, text).flatMap((sentence) => {
    if (truths.some((truth) => truth.file === file && sentence.includes(truth.words))) return []
    const settings = saidIn(sentence)
    return settings.length > 0 || isConstant(sentence) || isNumberInCode(file, sentence)
      ? [{ file, sentence, settings }]
      : []
  })

/** The copies in the whole source. */
export const findCopies = (): Copy[] =>
  places
    .flatMap(filesIn)
    .map((file) => relative(root, file))
    .filter(isSentences)
    .sort()
    .flatMap((file) => copiesIn(file, readFileSync(join(root, file), 'utf8')))

/** Copies that are known: file → sentences. The list may only become shorter. */
export type Known = Readonly<Record<string, readonly string[]>>

export interface Compared {
  /** Copies that nobody knew. */
  fresh: readonly Copy[]
  /** Known ones that are gone and must leave the list, as 「file: sentence」. */
  gone: readonly string[]
}

/** What is found beside what is known. */
export function compare(found: readonly Copy[], known: Known): Compared {
  const keys = new Set(found.map(({ file, sentence }) => `${file}: ${sentence}`))
  return {
    fresh: found.filter(({ file, sentence }) => !known[file]?.includes(sentence)),
    gone: Object.entries(known)
      .flatMap(([file, sentences]) => sentences.map((sentence) => `${file}: ${sentence}`))
      .filter((key) => !keys.has(key)),
  }
}
