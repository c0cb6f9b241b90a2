// The question and its answers as one side reads them.
import { desks } from '../../../miniprogram/domain/inquiry/parts'
import type { Media, Ticket } from '../../../miniprogram/domain/ticket/ticket'
import type { InquiryView, MediaView } from '../../../typings/contract'

/** Null for a ticket of another kind. */
export function inquiryFor(
  ticket: Ticket,
  side: 'customer' | 'staff',
  media: (one: Media) => MediaView,
): InquiryView | null {
  const { inquiry, contact, description, requestedAt } = ticket
  if (!inquiry) return null
  const said = new Set(inquiry.thread.flatMap((one) => one.media))
  const files = (holds: (one: Media) => boolean) => ticket.media.filter(holds).map(media)
  const first = {
    who: contact.name,
    title: ticket.companyName,
    side: 'customer' as const,
    words: description,
    at: requestedAt,
    media: files((one) => !said.has(one.id) && !one.internal),
  }
  return {
    with: inquiry.answerer
      ? [inquiry.answerer.title, inquiry.answerer.name].filter(Boolean).join(' ')
      : desks[inquiry.desk],
    thread: [
      first,
      ...inquiry.thread.map(({ by, side: of, words, at, media: ids }) => ({
        who: by.name,
        title: by.title,
        side: of,
        words,
        at,
        media: files((one) => ids.includes(one.id)),
      })),
    ],
    knowledge: side === 'staff' ? inquiry.knowledge : null,
  }
}
