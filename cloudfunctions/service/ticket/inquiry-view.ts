// The question and its answers as each reads them.
import { desks } from '../../../miniprogram/domain/inquiry/parts'
import { present, type Fields } from '../../../miniprogram/domain/sight/present'
import type { InquiryView, SaidView } from '../../../typings/contract'
import type { Seeing } from './seeing'

/** Null for a ticket of another kind. */
export const inquiryFor = (at: Seeing): InquiryView | null =>
  at.ticket.inquiry && present(fields, { ...at, asked: at.ticket.inquiry })

interface OnInquiry extends Seeing {
  asked: NonNullable<Seeing['ticket']['inquiry']>
}

const fields: Fields<InquiryView, OnInquiry> = {
  with: ['inquiry', withWhom, ''],
  thread: ['inquiry', (at) => [questionOf(at), ...answersOf(at)], []],
  knowledge: ['insideWords', ({ asked }) => asked.knowledge, null],
}

function withWhom({ asked: { answerer, desk } }: OnInquiry): string {
  return answerer ? [answerer.title, answerer.name].filter(Boolean).join(' ') : desks[desk]
}

function questionOf({ ticket, asked, media }: OnInquiry): SaidView {
  const said = new Set(asked.thread.flatMap((one) => one.media))
  return {
    who: ticket.contact.name,
    title: ticket.companyName,
    side: 'customer',
    words: ticket.description,
    at: ticket.requestedAt,
    media: media(ticket.media.filter((one) => !said.has(one.id) && !one.internal)),
  }
}

const answersOf = ({ ticket, asked, media }: OnInquiry): SaidView[] =>
  asked.thread.map(({ by, side, words, at, media: ids }) => ({
    who: by.name,
    title: by.title,
    side,
    words,
    at,
    media: media(ticket.media.filter((one) => ids.includes(one.id))),
  }))
