// Finding what was answered before: an index over words, then a score in the function.
import { bestOf, keysOf, modelsWords } from '../../../miniprogram/domain/knowledge/knowledge'
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

export const cardOf = ({
  _id,
  question,
  answer,
  models,
  author,
  helped,
}: KnowledgeRecord): KnowledgeCard => ({
  id: _id,
  question,
  answer,
  models: modelsWords(models),
  by: [author.title, author.name].filter(Boolean).join(' '),
  helped,
})
