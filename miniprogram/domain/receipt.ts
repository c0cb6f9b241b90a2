// The user's receipt 用户回执 (第十九条第2项): its canonical text is what is hashed, each receipt naming the
// hash of the ticket's previous one, so that a changed byte anywhere breaks the chain.
import type { Receipt, Ticket, Visit } from './ticket'

/** Everything that the signature stands for, in one fixed order; the same on every machine. */
export function receiptText(
  ticket: Ticket,
  visit: Visit,
  receipt: Omit<Receipt, 'hash' | 'code' | 'wrongTries'>,
): string {
  const photos = ticket.media.filter((media) => media.slot.startsWith(visit.id)).map((media) => media.id)
  return JSON.stringify([
    ticket.no,
    visit.id,
    ticket.equipment.serial,
    visit.report,
    [visit.arrivedAt, receipt.at],
    photos,
    [receipt.no, receipt.signer, receipt.signature, receipt.checks, receipt.note],
    receipt.previous,
  ])
}

/** Hash of the ticket's last receipt, '' before the first. */
export function lastHash(ticket: Ticket): string {
  const signed = ticket.visits.flatMap((visit) => (visit.receipt ? [visit.receipt] : []))
  return signed[signed.length - 1]?.hash ?? ''
}

/** Ids of the visits whose receipt no longer matches its content or its predecessor; [] when the chain is whole. */
export function brokenReceipts(ticket: Ticket, hash: (text: string) => string): string[] {
  let previous = ''
  const broken: string[] = []
  for (const visit of ticket.visits) {
    if (!visit.receipt) continue
    const text = receiptText(ticket, visit, visit.receipt)
    if (visit.receipt.previous !== previous || hash(text) !== visit.receipt.hash) broken.push(visit.id)
    previous = visit.receipt.hash
  }
  return broken
}
