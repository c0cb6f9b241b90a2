// 收费: outside 三包 the price is accepted by somebody who may confirm costs before the engineer departs (第四条).
import * as v from 'valibot'
import { yuan } from '../calendar/format'
import { agreedPrice, decided, isPriceOpen, nameOf, total } from '../ticket/parts'
import { priceLines, text, words } from '../form/schema'
import type { Checks, Draft, Moves, Tellings } from '../ticket/table'
import { confirmPage, jobPage, payers, role } from '../ticket/telling'

export const inputs = {
  sendQuote: v.strictObject({ lines: priceLines('费用明细', 1), note: text('说明', 200) }),
  acceptQuote: v.strictObject({}),
  refuseQuote: v.strictObject({ note: words('不同意的原因', 200) }),
  quoteByPhone: v.strictObject({ note: words('谁在什么时候怎么同意的', 200) }),
} as const

export const checks = {
  quoteOpen: {
    holds: (at) => isPriceOpen(at.ticket.quote),
    words: () => '没有待确认的费用',
  },
  mayAcceptQuote: {
    article: '4',
    wayOut: '请转发给设备经理确认',
    holds: (at) => at.actor.relations.includes('payer'),
    words: () => '需要有费用权限的同事确认',
  },
  quoteAccepted: {
    article: '4',
    wayOut: '请客户有费用权限的人在小程序里确认,或由内勤记录来电确认',
    holds: (at) => at.ticket.verification?.charge !== 'paid' || agreedPrice(at.ticket.quote) !== null,
    words: (at) => `还不能出发:费用 ${yuan(at.ticket.quote?.total ?? 0)} 客户还没有确认`,
  },
  priceAnswered: {
    article: '4',
    wayOut: '请客户在小程序里确认，或由内勤记录来电答复',
    holds: (at) => !isPriceOpen(at.ticket.quote),
    words: (at) => `还不能关闭：费用 ${yuan(at.ticket.quote?.total ?? 0)} 客户还没有答复`,
  },
} satisfies Checks

export const tells = {
  quoteSent: (at) =>
    payers(at, '请确认费用', `费用 ${yuan(at.ticket.quote!.total)},请确认`, confirmPage(at.ticket, 'quote')),
  quoteAnswered: (at) =>
    role(
      'coordinator',
      at.ticket.quote!.answer!.ok ? '费用已确认' : '费用未同意',
      `${at.ticket.companyName} ${yuan(at.ticket.quote!.total)}`,
      jobPage(at.ticket),
    ),
} satisfies Tellings

const open = ['site_ready', 'verified', 'waiting_part', 'visiting'] as const
// a price that was raised on site is still answered when the engineer has left
const answerable = [...open, 'left', 'followup', 'rewriting'] as const

/** The price that is answered to. */
const offered = ({ ticket: { quote } }: Pick<Draft, 'ticket'>) => quote && [quote.at, quote.lines, quote.note]

export const servedMoves = {
  acceptQuote: {
    label: '确认费用',
    answersTo: offered,
    archive: 'cost',
    recorded: { by: 'quoteByPhone' },
    from: answerable,
    by: ['owner', 'colleague'],
    when: ['quoteOpen'],
    needs: ['mayAcceptQuote'],
    article: '4',
    primary: true,
    tells: ['quoteAnswered'],
    words: ({ ticket }) => `已同意费用 ${yuan(ticket.quote!.total)}`,
    holds: ['price'],
    does: ({ ticket, actor, now }) => {
      ticket.quote!.answer = { ...decided(actor, now, true), how: 'customer' }
    },
  },
  refuseQuote: {
    label: '不同意费用',
    answersTo: offered,
    archive: 'cost',
    recorded: true,
    from: answerable,
    by: ['payer'],
    when: ['quoteOpen'],
    article: '4',
    tells: ['quoteAnswered'],
    words: ({ input }) => `不同意费用:${input.note}`,
    does: ({ ticket, input, actor, now }) => {
      ticket.quote!.answer = { ...decided(actor, now, false, input.note), how: 'customer' }
    },
  },
  sendQuote: {
    label: '发送报价',
    archive: 'cost',
    from: open,
    by: ['coordinator', 'manager'],
    article: '4',
    tells: ['quoteSent'],
    words: ({ ticket }) => `报价 ${yuan(ticket.quote!.total)},等客户确认`,
    holds: ['price'],
    does: ({ ticket, input, actor, now }) => {
      const { lines, note } = input
      const agreed = agreedPrice(ticket.quote)
      ticket.quote = { lines, total: total(lines), note, by: nameOf(actor), at: now, answer: null, agreed }
    },
  },
  quoteByPhone: {
    label: '记录来电同意费用',
    answersTo: offered,
    archive: 'cost',
    records: true,
    from: answerable,
    by: ['coordinator', 'manager'],
    when: ['quoteOpen'],
    article: '4',
    words: ({ ticket, input }) => `来电同意费用 ${yuan(ticket.quote!.total)}:${input.note}`,
    customerWords: ({ ticket }) => `来电同意费用 ${yuan(ticket.quote!.total)}`,
    holds: ['price'],
    does: ({ ticket, input, actor, now }) => {
      ticket.quote!.answer = { ...decided(actor, now, true, input.note), how: 'phone' }
    },
  },
} as const satisfies Moves<typeof inputs>
