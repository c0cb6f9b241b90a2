// 联系不上: nobody of the customer's answers, in the mini-program or on the phone. Before anybody departs the office ends
// the ticket and says how it tried; the customer hears of it and may object, and then it goes on.
import * as v from 'valibot'
import { withdraw } from '../dispatch/dispatch'
import { words } from '../form/schema'
import { nameOf } from '../ticket/parts'
import { resume } from '../ticket/pausing'
import type { Moves, Tellings } from '../ticket/table'
import { crew, owner } from '../ticket/telling'
import { visitOf } from '../ticket/ticket'

export const inputs = {
  endUnreached: v.strictObject({ tried: words('什么时候、怎么联系过', 300) }),
} as const

export const tells = {
  endedUnreached: (at) => [
    owner(at, 'T1', '工单已结束', '联系不上您;还需要请提异议'),
    ...(visitOf(at.ticket)?.withdrawn?.at === at.now ? crew(at, '工单已结束', at.ticket.companyName) : []),
  ],
} satisfies Tellings

export const servedMoves = {
  endUnreached: {
    label: '联系不上,结束工单',
    archive: 'handling',
    from: ['need_info', 'remote', 'site_ready', 'verified', 'waiting_part', 'visiting'],
    to: 'cancelled',
    by: ['coordinator', 'manager'],
    when: ['notDeparted'],
    article: '18.2',
    tells: ['endedUnreached'],
    words: ({ input }) => `联系不上客户,结束工单:${input.tried}`,
    customerWords: () => '联系不上您,工单已结束',
    does: ({ ticket, input, actor, now, facts }) => {
      resume(ticket, now, facts.settings)
      withdraw(ticket, actor, now, '联系不上客户')
      ticket.closedAt = now
      // nobody said it: whoever comes back may object
      const one = { who: '', saidAt: now, how: '', said: input.tried, by: nameOf(actor), at: now }
      ticket.recorded = [...(ticket.recorded ?? []), { move: 'endUnreached', ...one }]
    },
  },
} as const satisfies Moves<typeof inputs>
