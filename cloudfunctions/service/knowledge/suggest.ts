// knowledge.suggest: what was answered before, while somebody types; published items only.
import type { Action } from '../action'
import { joined } from '../caller'
import { cardOf, published } from './find'

export const suggest: Action<'knowledge.suggest'> = async (caller, { text, model }) => {
  const [, items] = await Promise.all([joined(caller), published(text, model)])
  return { items: items.map(cardOf) }
}
