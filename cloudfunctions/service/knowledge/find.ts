// Finding what was answered before: an index over words, then a score in the function.
import { bestOf, keysOf, modelsWords } from '../../../miniprogram/domain/knowledge/knowledge'
import { present, type Fields, type Seen } from '../../../miniprogram/domain/sight/present'
import type { Sight } from '../../../miniprogram/domain/sight/table'
import type { KnowledgeCard } from '../../../typings/contract'
import { knowledge } from '../../store/collections'
import type { KnowledgeRecord } from '../../store/records'

/** Of this many published items that share a word, those changed last, the best are looked for. */
export const LOOKED_AT = 200
/** Words of a question that are looked up. */
const ASKED = 30

/** Published items that share a word with what is said, best first. */
export async function published(said: string, model: string, most = 3): Promise<KnowledgeRecord[]> {
  const keys = keysOf(said).slice(0, ASKED)
  if (keys.length === 0) return []
  const found = await knowledge.find(
    { keys: { in: keys }, state: 'published' },
    { limit: LOOKED_AT, order: ['rank', 'desc'] },
  )
  return bestOf(found, said, model, most)
}

export interface OnItem extends Seen {
  item: KnowledgeRecord
}

export const cardOf = (item: KnowledgeRecord, sight: Sight): KnowledgeCard => present(card, { item, sight })

export const card: Fields<KnowledgeCard, OnItem> = {
  id: ['identity', ({ item }) => item._id],
  question: ['knowledge', ({ item }) => item.question, ''],
  answer: ['knowledge', ({ item }) => item.answer, ''],
  models: ['knowledge', ({ item }) => modelsWords(item.models), ''],
  by: ['knowledge', ({ item: { author } }) => [author.title, author.name].filter(Boolean).join(' '), ''],
  helped: ['knowledge', ({ item }) => item.helped, 0],
}
