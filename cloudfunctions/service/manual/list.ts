// manual.list: the whole manuals of a ticket's machine, to be read on the job and without a network (第九条).
import { manualBytes, manualsFor } from '../../../miniprogram/domain/knowledge/manuals'
import { manuals } from '../../store/collections'
import type { Action } from '../action'
import { staff } from '../caller'
import { seenToRead } from '../ticket/seen'

/** A maker has some dozens; more than these are not offered. */
const MOST = 100

export const list: Action<'manual.list'> = async (caller, { ticketId }) => {
  const [, ticket, current] = await Promise.all([
    staff(caller),
    seenToRead(caller, ticketId),
    manuals.find({ current: true }, { limit: MOST }),
  ])
  const { model } = ticket.equipment
  const items = manualsFor(current, model).map(({ _id, current: _now, ...one }) => ({
    ...one,
    bytes: manualBytes(one),
  }))
  return { model, items }
}
