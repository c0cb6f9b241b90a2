// inbox.list: every push is also here, newest first; what did not reach WeChat says so.
import { templates } from '../../../miniprogram/domain/company/templates'
import { present, type Fields, type Seen } from '../../../miniprogram/domain/sight/present'
import { sightOfPerson } from '../../../miniprogram/domain/sight/readers'
import type { InboxRow } from '../../../typings/contract'
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

interface OnMessage extends Seen {
  one: MessageRecord
}

/** A message is its receiver's own: what it may say was decided when it was written to him. */
const fields: Fields<InboxRow, OnMessage> = {
  id: ['identity', ({ one }) => one._id],
  at: ['identity', ({ one }) => one.at],
  title: ['own', ({ one }) => one.title, ''],
  words: ['own', ({ one }) => one.words, ''],
  about: ['own', ({ one }) => aboutOf(one), ''],
  page: ['own', ({ one }) => one.page, ''],
  read: ['identity', ({ one }) => one.read],
  push: ['identity', ({ one }) => one.push],
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
    items: page.map((one) => present(fields, { one, sight: sightOfPerson(person) })),
    unread,
    next: found.length > PAGE ? String(page[page.length - 1]!.at) : null,
  }
}
