// receipt.verify: the chain of a ticket's receipts, recomputed: content, signature, photos, predecessor (第十九条第2项).
import { createHash } from 'node:crypto'
import { receiptProblems } from '../../../miniprogram/domain/receipt'
import type { Media } from '../../../miniprogram/domain/ticket'
import type { ReceiptCheck } from '../../../typings/contract'
import { contentOf } from '../../platform/files'
import { hash } from '../../store/ids'
import type { TicketRecord } from '../../store/records'
import type { Action } from '../action'
import { seen } from '../ticket/seen'

export const verify: Action<'receipt.verify'> = async (caller, { id }) =>
  checkReceipts(await seen(caller, id))

/** Every receipt of a ticket with what does not match. */
export async function checkReceipts(
  ticket: TicketRecord,
): Promise<{ no: string; receipts: ReceiptCheck[]; intact: boolean }> {
  const receipts: ReceiptCheck[] = []
  for (const { visit, receipt, photos, problems } of receiptProblems(ticket, hash)) {
    const changed = await Promise.all(photos.map(photoProblem))
    const all = [...problems, ...changed.filter(Boolean)]
    receipts.push({
      visit: visit.id,
      no: receipt.no,
      form: receipt.form,
      signer: `${receipt.signer.name}(${receipt.signer.post})`,
      at: receipt.at,
      hash: receipt.hash,
      previous: receipt.previous,
      photos: photos.length,
      ok: all.length === 0,
      problems: all,
    })
  }
  return { no: ticket.no, receipts, intact: receipts.every((one) => one.ok) }
}

/** '' when the stored bytes are the ones that were announced. */
async function photoProblem({ slot, fileId, digest }: Media): Promise<string> {
  if (digest === '') return ''
  if (fileId === null) return `照片「${slot}」还没有传到`
  const content = await contentOf(fileId)
  if (!content) return `照片「${slot}」不见了`
  return createHash('sha1').update(content).digest('hex') === digest ? '' : `照片「${slot}」的内容被改动`
}
