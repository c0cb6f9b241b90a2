// 知识: a question that was answered once, found again by its words. Only what is published reaches a customer.
import * as v from 'valibot'
import { EVERY_MACHINE } from './manuals'
import type { Name } from '../ticket/parts'
import type { Role } from '../ticket/people'
import { choice, id, key, text, words } from '../form/schema'

export const knowledgeStates = { draft: '草稿', published: '已发布', withdrawn: '已撤回' } as const
export type KnowledgeState = keyof typeof knowledgeStates

export interface Knowledge {
  question: string
  answer: string
  /** Codes of machine models, or EVERY_MACHINE. */
  models: string[]
  /** What it is found by; written with each change. */
  keys: string[]
  state: KnowledgeState
  /** The inquiry that it came from. */
  ticket: { id: string; no: string } | null
  author: Name
  createdAt: number
  changedBy: Name
  updatedAt: number
  /** How many people it spared a question. */
  helped: number
  /** Sort key of lists, unique: time of the last change, then id. */
  rank: string
}

/** Who edits and publishes; anybody who answered may leave a draft. */
export const publishers: readonly Role[] = ['coordinator', 'manager', 'technical']

export const inputs = {
  'knowledge.suggest': v.strictObject({ text: text('问题', 500), model: v.optional(text('机型', 40), '') }),
  'knowledge.helped': v.strictObject({ id }),
  'knowledge.list': v.strictObject({
    state: v.picklist(['draft', 'published', 'withdrawn']),
    search: v.optional(text('搜索', 40), ''),
    after: v.optional(v.pipe(v.string(), v.maxLength(100))),
  }),
  /** One item, or what the answer of a ticket would make. */
  'knowledge.open': v.strictObject({ id: v.nullable(id), ticket: v.nullable(id) }),
  'knowledge.save': v.strictObject({
    key,
    id: v.nullable(id),
    ticket: v.nullable(id),
    question: words('问题', 200),
    answer: words('答案', 1000),
    models: v.pipe(v.array(words('机型', 20)), v.maxLength(20, '最多 20 个机型'), v.title('适用机型')),
    state: choice('状态', knowledgeStates),
  }),
} as const

/** Pairs of characters that every question has; they find nothing. */
const empty = new Set(
  '怎么 什么 如何 请问 可以 是不 不是 我们 你们 一下 这个 那个 为什 么办 怎样 有没 没有 问题 的时 时候 出现 现在 机床 设备 机器 了怎'.split(
    ' ',
  ),
)
const MOST_KEYS = 60

/** What words are found by: names and numbers whole (o9010, 2025), Chinese in pairs of characters. */
export function keysOf(said: string): string[] {
  const runs =
    said
      .normalize('NFKC')
      .toLowerCase()
      .match(/[a-z0-9]+|\p{Script=Han}+/gu) ?? []
  const keys = runs.flatMap((run) => (/^[a-z0-9]/.test(run) ? named(run) : pairs(run)))
  return [...new Set(keys)].slice(0, MOST_KEYS)
}

const named = (run: string): string[] => (run.length > 1 ? [run] : [])
const pairs = (run: string): string[] =>
  Array.from({ length: Math.max(0, [...run].length - 1) }, (_, i) =>
    [...run].slice(i, i + 2).join(''),
  ).filter((pair) => !empty.has(pair))

/** A question by its words, and by the numbers of alarms and parameters that its answer names. */
export const keysOfItem = ({ question, answer }: Pick<Knowledge, 'question' | 'answer'>): string[] =>
  [...new Set([...keysOf(question), ...keysOf(answer).filter((one) => /\d/.test(one))])].slice(0, MOST_KEYS)

/** A number says more than a name, a name more than two characters that happen to stand together. */
const weightOf = (one: string): number => (/\d/.test(one) ? 4 : /^[a-z]/.test(one) ? 2 : 1)
/** One pair in common is chance; two, or a name, is not. */
const LEAST = 2
const MODEL = 0.5

/** The best of the items for what is being typed, [] when nothing fits; another model's are left out. */
export function bestOf<K extends Pick<Knowledge, 'keys' | 'models' | 'helped'>>(
  items: readonly K[],
  said: string,
  model: string,
  most = 3,
): K[] {
  const asked = new Set(keysOf(said))
  const code = modelCode(model)
  return items
    .filter(({ models }) => code === '' || models.includes(EVERY_MACHINE) || models.includes(code))
    .map((item) => ({ item, score: scoreOf(item, asked, code) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.item.helped - a.item.helped)
    .slice(0, most)
    .map(({ item }) => item)
}

function scoreOf(item: Pick<Knowledge, 'keys' | 'models'>, asked: Set<string>, code: string): number {
  const shared = item.keys.filter((one) => asked.has(one)).reduce((sum, one) => sum + weightOf(one), 0)
  if (shared < LEAST) return 0
  // a long question shares more by chance: what it shares counts less
  return shared / Math.sqrt(item.keys.length + 1) + (code !== '' && item.models.includes(code) ? MODEL : 0)
}

/** V850 of 「V850 立式加工中心」. */
export const modelCode = (model: string): string => model.trim().split(' ')[0] ?? ''

/** V850 V1160, or 所有机型. */
export const modelsWords = (models: readonly string[]): string =>
  models.length === 0 || models.includes(EVERY_MACHINE) ? '所有机型' : models.join('、')
