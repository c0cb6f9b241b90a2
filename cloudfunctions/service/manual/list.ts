// manual.list: the whole manuals of a ticket's machine, to be read on the job and without a network (第九条).
import { manualBytes, manualsFor } from '../../../miniprogram/domain/manuals'
import type { Action } from '../action'
import { staff } from '../caller'
import { seen } from '../ticket/seen'
import { manuals } from './texts'

export const list: Action<'manual.list'> = async (caller, { ticketId }) => {
  const [, ticket] = await Promise.all([staff(caller), seen(caller, ticketId)])
  const { model } = ticket.equipment
  return { model, items: manualsFor(manuals, model).map((one) => ({ ...one, bytes: manualBytes(one) })) }
}
