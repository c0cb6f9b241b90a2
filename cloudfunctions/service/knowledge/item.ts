// One item as its page shows it, and who may do what with it.
import { publishers } from '../../../miniprogram/domain/knowledge/knowledge'
import type { KnowledgeView } from '../../../typings/contract'
import type { KnowledgeRecord, PersonRecord } from '../../store/records'

export const mayPublish = ({ roles }: PersonRecord): boolean =>
  roles.some((role) => publishers.includes(role))

export const itemView = (item: KnowledgeRecord): KnowledgeView => ({
  id: item._id,
  question: item.question,
  answer: item.answer,
  models: item.models,
  state: item.state,
  ticket: item.ticket,
  by: [item.author.title, item.author.name].filter(Boolean).join(' '),
  updatedAt: item.updatedAt,
  helped: item.helped,
})
