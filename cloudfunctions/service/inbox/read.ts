// inbox.read: marks my messages as read; another person's are left alone.
import { messages } from '../../store/collections'
import type { Action } from '../action'
import { joined } from '../caller'

export const read: Action<'inbox.read'> = async (caller, { ids }) => {
  const person = await joined(caller)
  if (ids.length > 0) await messages.set({ _id: { in: ids }, pid: person._id }, { read: true })
  return { unread: await messages.count({ pid: person._id, read: false }) }
}
