// 问题又出现了: a job that was thought done goes on in the same ticket (第八条).
import * as v from 'valibot'
import { dueIn } from '../company/deadlines'
import { said, type Settings } from '../company/settings'
import { words } from '../form/schema'
import { pause } from '../ticket/pausing'
import type { Checks, Moves, Tellings } from '../ticket/table'
import { boardPage, jobPage, role } from '../ticket/telling'
import type { Ticket } from '../ticket/ticket'
import { customers } from './common'

// What was solved from afar without verification is verified now (第十八条第1项).
const promised = (now: number, settings: Settings) => {
  const { at: verifyBy, provisional } = dueIn(settings, 'verifyDays', now)
  return { verifyBy, provisional }
}

/** Where a ticket that goes on stands: what was never verified or has no site confirmed waits for that first. */
export const whereAgain = [
  { when: 'notVerified', to: 'submitted' },
  { when: 'siteOpen', to: 'site_ready' },
] as const

/** A job that was thought done goes on in the same ticket. */
export function openAgain(ticket: Ticket, by: string, now: number, settings: Settings): void {
  ticket.reopened += 1
  ticket.closedAt = null
  ticket.returnAt = null
  for (const visit of ticket.visits) visit.rewrite = null
  if (!ticket.verification) Object.assign(ticket, promised(now, settings))
  else if (!ticket.site.confirmed) pause(ticket, '等现场条件', now, by)
}

export const inputs = {
  reopen: v.strictObject({ note: words('问题怎么又出现了', 300) }),
} as const

export const checks = {
  withinReopen: {
    article: '8',
    wayOut: '请重新报修,会和这张工单关联',
    holds: ({ ticket, now, facts }) =>
      now <= dueIn(facts.settings, 'reopenDays', ticket.closedAt ?? ticket.updatedAt).at,
    words: ({ facts }) => `关闭已超过 ${said(facts.settings, 'reopenDays')},不能再打开`,
  },
} satisfies Checks

export const tells = {
  reopened: (at) => [
    role('manager', '问题又出现', `${at.ticket.companyName} ${at.ticket.subject}`, boardPage(at.ticket)),
    role('coordinator', '问题又出现', `${at.ticket.companyName} ${at.ticket.subject}`, jobPage(at.ticket)),
  ],
} satisfies Tellings

export const servedMoves = {
  reopen: {
    label: '问题又出现了',
    archive: 'request',
    recorded: true,
    from: ['left', 'followup', 'rewriting', 'closed'],
    to: 'verified',
    by: customers,
    needs: ['withinReopen'],
    article: '8',
    lifts: whereAgain,
    tells: ['reopened'],
    words: ({ input }) => `问题又出现了:${input.note}`,
    does: ({ ticket, actor, now, facts }) => openAgain(ticket, actor.name, now, facts.settings),
  },
} as const satisfies Moves<typeof inputs>
