// knowledge.helped: a person says that it answered his question; each counts once.
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import { knowledge, marks } from '../../store/collections'
import { DuplicateError } from '../../store/table'
import type { Action } from '../action'
import { joined } from '../caller'

export const helped: Action<'knowledge.helped'> = async (caller, { id }) => {
  const [person, item] = await Promise.all([joined(caller), knowledge.get(id)])
  if (item?.state !== 'published') throw new Refused('NOT_FOUND')
  try {
    await marks.insert({ _id: `helped-${id}-${person._id}`, at: caller.now })
  } catch (error) {
    if (!(error instanceof DuplicateError)) throw error
    return { helped: item.helped }
  }
  await knowledge.add({ _id: id }, { helped: 1 })
  return { helped: item.helped + 1 }
}
