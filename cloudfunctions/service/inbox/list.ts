// inbox.list: every push is also here, newest first; what did not reach WeChat says so.
import { messages } from '../../store/collections'
import type { Filter } from '../../store/filter'
import type { Action } from '../action'
import { joined } from '../caller'

const PAGE = 20

export const list: Action<'inbox.list'> = async (caller, { after }) => {
  const person = await joined(caller)
  const before: Filter = after ? { at: { lt: Number(after) || 0 } } : {}
  const [found, unread] = await Promise.all([
    messages.find({ pid: person._id, ...before }, { order: ['at', 'desc'], limit: PAGE + 1 }),
    messages.count({ pid: person._id, read: false }),
  ])
  const page = found.slice(0, PAGE)
  return {
    items: page.map(({ _id: id, at, title, words, page: path, read, push }) => ({
      id,
      at,
      title,
      words,
      page: path,
      read,
      push,
    })),
    unread,
    next: found.length > PAGE ? String(page[page.length - 1]!.at) : null,
  }
}
