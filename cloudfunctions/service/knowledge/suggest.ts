// knowledge.suggest: what was answered before, while somebody types; published items only.
import { sightOfPerson } from '../../../miniprogram/domain/sight/readers'
import type { Action } from '../action'
import { joined } from '../caller'
import { cardOf, published } from './find'

export const suggest: Action<'knowledge.suggest'> = async (caller, { text, model }) => {
  const [person, items] = await Promise.all([joined(caller), published(text, model)])
  return { items: items.map((one) => cardOf(one, sightOfPerson(person))) }
}
