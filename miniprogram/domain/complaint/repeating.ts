// The same problem again (第十二条), found late: two complaints of one instant do not see each other when they come in,
// so the clock marks the second as it would have been marked then.
import * as v from 'valibot'
import { markRepeat, repeatTold, repeatWords } from './open'
import { id, words } from '../form/schema'
import type { Checks, Moves, Tellings } from '../ticket/table'

const earlier = v.pipe(
  v.array(v.strictObject({ id, no: words('编号', 20) })),
  v.minLength(1),
  v.maxLength(50),
  v.title('以前的投诉'),
)
export const inputs = { foundAgain: v.strictObject({ earlier }) } as const

export const checks = {
  notMarked: { holds: (at) => at.ticket.complaint?.repeat === null, words: () => '' },
} satisfies Checks

export const tells = {
  foundAgain: ({ ticket }) =>
    repeatTold(ticket, `${ticket.companyName} 投诉:${ticket.subject},${repeatWords(ticket.complaint!)}`),
} satisfies Tellings

export const ticketMoves = {
  foundAgain: {
    label: '同一问题再次投诉',
    archive: 'complaint',
    from: ['acked', 'probing', 'replied'],
    by: ['timer'],
    when: ['notMarked'],
    article: '12',
    tells: ['foundAgain'],
    words: ({ ticket: { complaint } }) =>
      `${repeatWords(complaint!)},已按第十二条上报 ${complaint!.raised.find(({ why }) => why === 'repeat')?.to?.name ?? '上级'}`,
    does: ({ ticket, input, now, facts }) => markRepeat(ticket.complaint!, input.earlier, now, facts),
  },
} as const satisfies Moves<typeof inputs>
