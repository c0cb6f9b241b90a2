// knowledge.list: what is kept, by state, the last changed first; searched for by its words.
import {
  bestOf,
  keysOf,
  knowledgeStates,
  type KnowledgeState,
} from '../../../miniprogram/domain/knowledge/knowledge'
import { present, type Fields } from '../../../miniprogram/domain/sight/present'
import { sightOfPerson } from '../../../miniprogram/domain/sight/readers'
import type { KnowledgeRow } from '../../../typings/contract'
import { knowledge } from '../../store/collections'
import type { Filter } from '../../store/filter'
import type { KnowledgeRecord } from '../../store/records'
import type { Action } from '../action'
import { staff } from '../caller'
import { card, LOOKED_AT, type OnItem } from './find'
import { mayPublish } from './item'

const PAGE = 20
const states = Object.keys(knowledgeStates) as KnowledgeState[]

export const list: Action<'knowledge.list'> = async (caller, { state, search, after }) => {
  const [person, found, ...counts] = await Promise.all([
    staff(caller),
    search ? searched(state, search) : paged(state, after),
    ...states.map((one) => knowledge.count({ state: one })),
  ])
  const page = found.slice(0, PAGE)
  return {
    items: page.map((item) => present(row, { item, sight: sightOfPerson(person) })),
    counts: Object.fromEntries(states.map((one, i) => [one, counts[i] ?? 0])) as Record<
      KnowledgeState,
      number
    >,
    next: !search && found.length > PAGE ? page[page.length - 1]!.rank : null,
    mayEdit: mayPublish(person),
  }
}

const paged = (state: KnowledgeState, after?: string) =>
  knowledge.find(
    { state, ...(after ? { rank: { lt: after } } : {}) },
    { order: ['rank', 'desc'], limit: PAGE + 1 },
  )

/** By words; one character alone, which makes no pair, by what is contained in the question. */
async function searched(state: KnowledgeState, search: string): Promise<KnowledgeRecord[]> {
  const keys = keysOf(search)
  const by: Filter = keys.length > 0 ? { keys: { in: keys } } : { question: { contains: search } }
  const found = await knowledge.find({ ...by, state }, { order: ['rank', 'desc'], limit: LOOKED_AT })
  if (keys.length < 2) return found
  const best = bestOf(found, search, '', PAGE)
  return [...best, ...found.filter((one) => !best.includes(one))]
}

const row: Fields<KnowledgeRow, OnItem> = {
  ...card,
  state: ['identity', ({ item }) => item.state],
  updatedAt: ['identity', ({ item }) => item.updatedAt],
}
