// receipt.verify: the chain of a ticket's receipts, recomputed: content, signature, photos, predecessor (第十九条第2项).
import { createHash } from 'node:crypto'
import { lengthOf } from '../../../miniprogram/domain/company/deadlines'
import { receiptProblems } from '../../../miniprogram/domain/receipt/receipt'
import { present, type Fields, type Seen } from '../../../miniprogram/domain/sight/present'
import { sightOn } from '../../../miniprogram/domain/sight/readers'
import type { Media } from '../../../miniprogram/domain/ticket/ticket'
import type { ReceiptCheck } from '../../../typings/contract'
import { contentOf } from '../../platform/files'
import { hash } from '../../store/ids'
import type { TicketRecord } from '../../store/records'
import type { Action } from '../action'
import { joined, personOf } from '../caller'
import { currentSettings } from '../company/settings'
import { seen } from '../ticket/seen'

export const verify: Action<'receipt.verify'> = async (caller, { id }) => {
  const [person, ticket] = await Promise.all([joined(caller), seen(caller, id)])
  const { no, receipts, intact } = await checkReceipts(ticket, caller.now)
  const sight = sightOn(personOf(person), ticket)
  return { no, receipts: receipts.map((one) => present(fields, { one, sight })), intact }
}

interface OnReceipt extends Seen {
  one: ReceiptCheck
}

/** Whether the chain holds is for all who know the ticket; who signed, and the seals, for those who read receipts. */
const fields: Fields<ReceiptCheck, OnReceipt> = {
  visit: ['identity', ({ one }) => one.visit],
  no: ['identity', ({ one }) => one.no],
  form: ['identity', ({ one }) => one.form],
  signer: ['receipt', ({ one }) => one.signer, ''],
  at: ['identity', ({ one }) => one.at],
  hash: ['receipt', ({ one }) => one.hash, ''],
  previous: ['receipt', ({ one }) => one.previous, ''],
  photos: ['identity', ({ one }) => one.photos],
  awaited: ['identity', ({ one }) => one.awaited],
  ok: ['identity', ({ one }) => one.ok],
  problems: ['identity', ({ one }) => one.problems],
}

/** Every receipt of a ticket with what does not match at an instant. */
export async function checkReceipts(
  ticket: TicketRecord,
  now: number,
): Promise<{ no: string; receipts: ReceiptCheck[]; intact: boolean }> {
  // a phone without a network brings its photos within this time
  const patience = lengthOf((await currentSettings(now)).settings, 'receiptFileDays')
  const receipts: ReceiptCheck[] = []
  for (const { visit, receipt, photos, problems } of receiptProblems(ticket, hash)) {
    const awaited = photos.filter((photo) => isAwaited(photo, now - patience))
    const changed = await Promise.all(photos.filter((photo) => !awaited.includes(photo)).map(photoProblem))
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
      awaited: awaited.length,
      ok: all.length === 0,
      problems: all,
    })
  }
  return { no: ticket.no, receipts, intact: receipts.every((one) => one.ok) }
}

const isAwaited = ({ fileId, at }: Media, since: number): boolean => fileId === null && at > since
/** 修前: a slot without the visit before it. */
const nameOf = (slot: string): string => slot.replace(/^v\d+ ?/, '') || '现场'

/** '' when the stored bytes are the ones that were announced. */
async function photoProblem({ slot, fileId, digest }: Media): Promise<string> {
  if (digest === '') return ''
  if (fileId === null) return `照片「${nameOf(slot)}」没有传到`
  const content = await contentOf(fileId)
  if (!content) return `照片「${nameOf(slot)}」不见了`
  return createHash('sha1').update(content).digest('hex') === digest
    ? ''
    : `照片「${nameOf(slot)}」的内容被改动`
}
