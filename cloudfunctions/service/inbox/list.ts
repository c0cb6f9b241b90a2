// inbox.list: every push is also here, newest first; what did not reach WeChat says so.
import { templates } from '../../../miniprogram/domain/company/templates'
import { messages } from '../../store/collections'
import type { Filter } from '../../store/filter'
import type { MessageRecord } from '../../store/records'
import type { Action } from '../action'
import { joined } from '../caller'

const PAGE = 20

/** The fields that say which ticket a message is about: its number, its machine or its customer. */
const subjects: readonly string[] = ['工单编号', '编号', '设备', '客户']
function aboutOf({ template, fields }: MessageRecord): string {
  const field = Object.entries(templates[template].fields).find(([, label]) => subjects.includes(label))
  return (field && fields[field[0]]) ?? ''
}

export const list: Action<'inbox.list'> = async (caller, { after }) => {
  const person = await joined(caller)
  const before: Filter = after ? { at: { lt: Number(after) || 0 } } : {}
  const [found, unread] = await Promise.all([
    messages.find({ pid: person._id, ...before }, { order: ['at', 'desc'], limit: PAGE + 1 }),
    messages.count({ pid: person._id, read: false }),
  ])
  const page = found.slice(0, PAGE)
  return {
    items: page.map((one) => ({
      id: one._id,
      at: one.at,
      title: one.title,
      words: one.words,
      about: aboutOf(one),
      page: one.page,
      read: one.read,
      push: one.push,
    })),
    unread,
    next: found.length > PAGE ? String(page[page.length - 1]!.at) : null,
  }
}
