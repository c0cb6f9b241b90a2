// The user's receipt 用户回执 (第十九条第2项): its canonical text is what is hashed, each receipt naming the
// hash of the ticket's previous one, so that a changed byte anywhere breaks the chain.
import type { Media, Receipt, Ticket, Visit } from '../ticket/ticket'

/** Everything that the signature stands for, in one fixed order; the same on every machine. */
export function receiptText(
  ticket: Ticket,
  visit: Visit,
  receipt: Omit<Receipt, 'hash' | 'code' | 'codeAt' | 'wrongTries' | 'wrongKeys'>,
): string {
  const { arrivedAt, ...done } = whatWasDone(ticket, visit, photosOf(ticket, receipt))
  return JSON.stringify([
    done.no,
    done.visit,
    done.serial,
    done.report,
    [arrivedAt, receipt.at],
    done.extras,
    done.photos,
    [receipt.no, receipt.form, receipt.signer, receipt.signature, receipt.checks, receipt.note],
    receipt.previous,
  ])
}

/** What is read before it is signed: the record of a visit, its photos and what was agreed beside. */
export const whatWasDone = (ticket: Ticket, visit: Visit, photos: readonly Media[]) => ({
  no: ticket.no,
  visit: visit.id,
  serial: ticket.equipment.serial,
  report: visit.report,
  arrivedAt: visit.arrivedAt,
  extras: visit.extras.filter((extra) => extra.answer?.ok),
  photos: photos.map(({ id, digest }) => [id, digest]),
})

/** Hash of the ticket's last receipt, '' before the first. */
export function lastHash(ticket: Ticket): string {
  const signed = ticket.visits.flatMap((visit) => (visit.receipt ? [visit.receipt] : []))
  return signed[signed.length - 1]?.hash ?? ''
}

export interface Problem {
  visit: Visit
  receipt: Receipt
  /** The photos that the receipt stands for. */
  photos: Media[]
  problems: string[]
}

/** Every receipt with what no longer matches its content or its predecessor. */
export function receiptProblems(ticket: Ticket, hash: (text: string) => string): Problem[] {
  let previous = ''
  return ticket.visits.flatMap((visit) => {
    const { receipt } = visit
    if (!receipt) return []
    const problems = [
      ...(receipt.previous === previous ? [] : ['和上一张回执接不上']),
      ...(hash(receiptText(ticket, visit, receipt)) === receipt.hash ? [] : ['内容和签署时不一致']),
    ]
    previous = receipt.hash
    return [{ visit, receipt, photos: photosOf(ticket, receipt), problems }]
  })
}

/** Ids of the visits whose receipt no longer matches; [] when the chain is whole. */
export const brokenReceipts = (ticket: Ticket, hash: (text: string) => string): string[] =>
  receiptProblems(ticket, hash)
    .filter(({ problems }) => problems.length > 0)
    .map(({ visit }) => visit.id)

/** The files of a visit as they are now. */
export const photosNow = (ticket: Ticket, visit: Visit): Media[] =>
  ticket.media.filter(({ slot }) => slot === visit.id || slot.startsWith(`${visit.id} `))

// What came later (a proof of a call, say) is not part of what was signed.
const photosOf = (ticket: Ticket, { photos }: Pick<Receipt, 'photos'>): Media[] =>
  ticket.media.filter(({ id }) => photos.includes(id))
