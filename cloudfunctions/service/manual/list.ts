// manual.list: the whole manuals of a ticket's machine, to be read on the job and without a network (第九条).
import { manualBytes, manualsFor } from '../../../miniprogram/domain/knowledge/manuals'
import { present, type Fields, type Seen } from '../../../miniprogram/domain/sight/present'
import { sightOfPerson } from '../../../miniprogram/domain/sight/readers'
import type { Outputs } from '../../../typings/contract'
import { manuals } from '../../store/collections'
import type { ManualRecord } from '../../store/records'
import type { Action } from '../action'
import { staff } from '../caller'
import { seenToRead } from '../ticket/seen'

/** A maker has some dozens; more than these are not offered. */
const MOST = 100

export const list: Action<'manual.list'> = async (caller, { ticketId }) => {
  const [person, ticket, current] = await Promise.all([
    staff(caller),
    seenToRead(caller, ticketId),
    manuals.find({ current: true }, { limit: MOST }),
  ])
  const { model } = ticket.equipment
  const sight = sightOfPerson(person)
  return { model, items: manualsFor(current, model).map((one) => present(fields, { one, sight })) }
}

interface OnManual extends Seen {
  one: ManualRecord
}

const fields: Fields<Outputs['manual.list']['items'][number], OnManual> = {
  key: ['identity', ({ one }) => one.key],
  title: ['identity', ({ one }) => one.title],
  version: ['identity', ({ one }) => one.version],
  approvedBy: ['manuals', ({ one }) => one.approvedBy, ''],
  approvedOn: ['manuals', ({ one }) => one.approvedOn, ''],
  models: ['manuals', ({ one }) => one.models, []],
  sections: ['manuals', ({ one }) => one.sections.map(({ title, steps }) => ({ title, steps })), []],
  bytes: ['manuals', ({ one }) => manualBytes(one), 0],
}
