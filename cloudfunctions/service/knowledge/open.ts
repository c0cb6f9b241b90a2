// knowledge.open: one item, or what the answer of a ticket would make.
import { modelCode } from '../../../miniprogram/domain/knowledge/knowledge'
import { EVERY_MACHINE } from '../../../miniprogram/domain/knowledge/manuals'
import { knowledgeIdOf } from '../../../miniprogram/domain/inquiry/moves'
import { relationsTo } from '../../../miniprogram/domain/ticket/people'
import { sightOfPerson } from '../../../miniprogram/domain/sight/readers'
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import type { Ticket } from '../../../miniprogram/domain/ticket/ticket'
import type { KnowledgeView } from '../../../typings/contract'
import { knowledge } from '../../store/collections'
import type { PersonRecord } from '../../store/records'
import type { Action } from '../action'
import { personOf, staff } from '../caller'
import { seen } from '../ticket/seen'
import { itemView, mayPublish, storedItem } from './item'

export const open: Action<'knowledge.open'> = async (caller, { id, ticket: ticketId }) => {
  const known = id ?? (ticketId ? knowledgeIdOf(ticketId) : null)
  const [person, ticket, item] = await Promise.all([
    staff(caller),
    ticketId ? seen(caller, ticketId) : null,
    known ? knowledge.get(known) : null,
  ])
  if (id && !item && !ticket) throw new Refused('NOT_FOUND')
  const view = item ? storedItem(item) : ticket ? draftOf(ticket) : blank
  return {
    item: itemView(view, sightOfPerson(person)),
    mayPublish: mayPublish(person),
    mayEdit: mayPublish(person) || answered(person, ticket),
  }
}

/** Who answered may leave his answer as a draft. */
export const answered = (person: PersonRecord, ticket: Ticket | null): boolean =>
  ticket !== null && relationsTo(personOf(person), ticket).includes('answerer')

const blank: KnowledgeView = {
  id: null,
  question: '',
  answer: '',
  models: [],
  state: 'draft',
  ticket: null,
  by: '',
  updatedAt: null,
  helped: 0,
}

/** The question as it was asked, all answers below each other. */
function draftOf({ _id: id, no, description, equipment, inquiry }: Ticket): KnowledgeView {
  const answers = (inquiry?.thread ?? []).filter((one) => one.side === 'staff')
  if (answers.length === 0) throw new Refused('NOT_FOUND')
  const last = answers[answers.length - 1]!.by
  return {
    ...blank,
    question: description.slice(0, 200),
    answer: answers
      .map((one) => one.words)
      .join('\n')
      .slice(0, 1000),
    models: equipment.model ? [modelCode(equipment.model)] : [EVERY_MACHINE],
    ticket: { id, no },
    by: [last.title, last.name].filter(Boolean).join(' '),
  }
}
