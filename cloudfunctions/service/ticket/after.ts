// After the write of a ticket: what other records learn from it. Safe to repeat, since a retry of the same move does.
import { equipment } from '../../store/collections'
import type { Ticket } from '../../../miniprogram/domain/ticket/ticket'

/** An accepted installation begins the machine's 三包; one that runs already stays. */
export async function after({ kind, category, equipment: machine }: Ticket): Promise<void> {
  const { id, warrantyUntil } = machine
  if (kind !== 'installation' || category !== 'done' || warrantyUntil === null) return
  await equipment.set({ _id: id, warrantyUntil: null }, { warrantyUntil })
}
