// One item as its page shows it, and who may do what with it.
import { publishers } from '../../../miniprogram/domain/knowledge/knowledge'
import { present, type Fields, type Seen } from '../../../miniprogram/domain/sight/present'
import type { Sight } from '../../../miniprogram/domain/sight/table'
import type { KnowledgeView } from '../../../typings/contract'
import type { KnowledgeRecord, PersonRecord } from '../../store/records'

export const mayPublish = ({ roles }: PersonRecord): boolean =>
  roles.some((role) => publishers.includes(role))

/** A stored item, or what an answer would make, as somebody is sent it. */
export const itemView = (item: KnowledgeView, sight: Sight): KnowledgeView => present(fields, { item, sight })

interface OnView extends Seen {
  item: KnowledgeView
}

const fields: Fields<KnowledgeView, OnView> = {
  id: ['identity', ({ item }) => item.id],
  question: ['knowledge', ({ item }) => item.question, ''],
  answer: ['knowledge', ({ item }) => item.answer, ''],
  models: ['knowledge', ({ item }) => item.models, []],
  state: ['identity', ({ item }) => item.state],
  ticket: ['knowledge', ({ item: { ticket } }) => ticket && { id: ticket.id, no: ticket.no }, null],
  by: ['knowledge', ({ item }) => item.by, ''],
  updatedAt: ['identity', ({ item }) => item.updatedAt],
  helped: ['knowledge', ({ item }) => item.helped, 0],
}

/** What is kept of an item, in the words of its page. */
export const storedItem = ({ _id, author, ...item }: KnowledgeRecord): KnowledgeView => ({
  ...item,
  id: _id,
  by: [author.title, author.name].filter(Boolean).join(' '),
})
