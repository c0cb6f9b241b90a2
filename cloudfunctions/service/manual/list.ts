// manual.list: the whole manuals of a ticket's machine, to be read on the job and without a network (第九条).
import { manualBytes, manualCodes, ownFirst } from '../../../miniprogram/domain/manuals'
import { manuals } from '../../store/collections'
import type { Action } from '../action'
import { staff } from '../caller'
import { seen } from '../ticket/seen'

export const list: Action<'manual.list'> = async (caller, { ticketId }) => {
  const [, ticket] = await Promise.all([staff(caller), seen(caller, ticketId)])
  const { model } = ticket.equipment
  const found = await manuals.find({ models: { in: manualCodes(model) } }, { limit: 50 })
  return { model, items: ownFirst(found).map(({ _id, ...one }) => ({ ...one, bytes: manualBytes(one) })) }
}
