// knowledge.save: written, published or withdrawn; once a ticket however often it is sent.
import { keysOfItem } from '../../../miniprogram/domain/knowledge/knowledge'
import { EVERY_MACHINE } from '../../../miniprogram/domain/knowledge/manuals'
import { knowledgeIdOf } from '../../../miniprogram/domain/inquiry/moves'
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import { sightOfPerson } from '../../../miniprogram/domain/sight/readers'
import type { Checked } from '../../../miniprogram/domain/door/inputs'
import { knowledge } from '../../store/collections'
import { hash } from '../../store/ids'
import type { KnowledgeRecord, PersonRecord, TicketRecord } from '../../store/records'
import { DuplicateError } from '../../store/table'
import type { Action } from '../action'
import { staff } from '../caller'
import { factsFor } from '../facts'
import { nameOf, staffOnDuty } from '../staff-on-duty'
import { change } from '../ticket/change'
import { seen } from '../ticket/seen'
import { itemView, mayPublish, storedItem } from './item'
import { answered } from './open'

type Given = Checked['knowledge.save']

export const save: Action<'knowledge.save'> = async (caller, given) => {
  const id = idOf(caller.pid, given)
  const [person, ticket, known, colleagues] = await Promise.all([
    staff(caller),
    given.ticket ? seen(caller, given.ticket) : null,
    knowledge.get(id),
    staffOnDuty(),
  ])
  if (given.id && !known) throw new Refused('NOT_FOUND')
  mayWrite(person, ticket, known, given)
  const item = itemOf(id, known, ticket, person, given, caller.now)
  await written(item)
  if (ticket?.inquiry && ticket.inquiry.knowledge === null) {
    const wanted = { id: ticket._id, key: given.key, move: 'keepAnswer' as const, visit: null, input: {} }
    const facts = await factsFor(ticket, colleagues, caller.now)
    const who = { person, staff: colleagues, facts: { ...facts, kept: id } }
    const kept = await change(ticket, { ...wanted, now: caller.now }, who, () => Promise.resolve(null))
    await kept.told
  }
  return { item: itemView(storedItem(item), sightOfPerson(person)) }
}

const idOf = (pid: string, { id, ticket, key }: Given): string =>
  id ?? (ticket ? knowledgeIdOf(ticket) : `k${hash(`${pid}:${key}`).slice(0, 24)}`)

function mayWrite(
  person: PersonRecord,
  ticket: TicketRecord | null,
  known: KnowledgeRecord | null,
  { state }: Given,
): void {
  if (ticket && !ticket.inquiry?.thread.some((one) => one.side === 'staff')) throw new Refused('NOT_ALLOWED')
  if (mayPublish(person)) return
  // a draft of one's own answer; what has been published is no draft any more
  const own = answered(person, ticket) && state === 'draft' && (known?.state ?? 'draft') === 'draft'
  if (!own) throw new Refused('NO_PERMISSION')
}

function itemOf(
  id: string,
  known: KnowledgeRecord | null,
  ticket: TicketRecord | null,
  person: PersonRecord,
  { question, answer, models, state }: Given,
  now: number,
): KnowledgeRecord {
  const answerer = ticket?.inquiry?.thread.filter((one) => one.side === 'staff').pop()?.by
  return {
    _id: id,
    question,
    answer,
    models: models.length > 0 ? [...new Set(models)] : [EVERY_MACHINE],
    keys: keysOfItem({ question, answer }),
    state,
    ticket: known?.ticket ?? (ticket ? { id: ticket._id, no: ticket.no } : null),
    author: known?.author ?? answerer ?? nameOf(person),
    createdAt: known?.createdAt ?? now,
    changedBy: nameOf(person),
    updatedAt: now,
    helped: known?.helped ?? 0,
    rank: `${String(now).padStart(14, '0')}-${id}`,
  }
}

// `helped` goes on counting meanwhile: what is there is changed in its own fields only.
async function written(item: KnowledgeRecord): Promise<void> {
  const { _id } = item
  const fields: Record<string, unknown> = { ...item }
  for (const own of ['_id', 'helped']) delete fields[own]
  if ((await knowledge.set({ _id }, fields)) > 0) return
  try {
    await knowledge.insert(item)
  } catch (error) {
    if (!(error instanceof DuplicateError)) throw error
    await knowledge.set({ _id }, fields)
  }
}
