// 合并重复: the second request for the same problem goes into the first; nothing that it said is lost.
import * as v from 'valibot'
import { resume } from '../ticket/pausing'
import { id, words } from '../form/schema'
import type { Checks, Moves, Tellings } from '../ticket/table'
import type { Ticket } from '../ticket/ticket'
import { owner, ticketPage } from '../ticket/telling'

export const inputs = {
  /** Takes the other ticket (facts.other) in. */
  takeIn: v.strictObject({ other: id, reason: words('合并原因', 200) }),
  mergeInto: v.strictObject({ other: id, reason: words('合并原因', 200) }),
} as const

export const checks = {
  sameCompany: {
    onInput: true,
    field: 'other',
    holds: (at) => at.facts.other !== null && at.facts.other.companyId === at.ticket.companyId,
    words: () => '只能合并同一企业的工单',
  },
  notItself: {
    onInput: true,
    field: 'other',
    holds: (at) => at.facts.other?._id !== at.ticket._id,
    words: () => '不能和自己合并',
  },
  sameKind: {
    onInput: true,
    field: 'other',
    holds: (at) => (at.facts.other?.kind === 'complaint') === (at.ticket.kind === 'complaint'),
    words: () => '投诉只能和投诉合并',
  },
  sameSecret: {
    onInput: true,
    field: 'other',
    holds: (at) => at.facts.other?.hiddenFrom === at.ticket.hiddenFrom,
    words: () => '涉及的人员不同,不能合并',
  },
  otherAlive: {
    onInput: true,
    field: 'other',
    holds: (at) => at.facts.other !== null && at.facts.other.category !== 'closed',
    words: () => '对方工单已经关闭,不能并入',
  },
  takenIn: {
    onInput: true,
    field: 'other',
    holds: (at) => at.facts.other?.merged.some((one) => one.id === at.ticket._id) === true,
    words: () => '先并入另一张工单',
  },
} satisfies Checks

export const tells = {
  mergedTold: (at) =>
    owner(at, 'T1', '已合并处理', `并入 ${at.ticket.mergedInto!.no} 一起处理`, {
      page: ticketPage({ ...at.ticket, _id: at.ticket.mergedInto!.id }),
    }),
} satisfies Tellings

const open = [
  'submitted',
  'need_info',
  'gm_review',
  'remote',
  'site_ready',
  'verified',
  'waiting_part',
  'visiting',
] as const

// 第十二条: what was complained of twice stays so, wherever it is merged.
function keepRepeat({ _id, complaint }: Ticket, other: Ticket): void {
  if (!complaint || !other.complaint) return
  const { repeat, raised, quality } = other.complaint
  const known = [
    ...(complaint.repeat?.earlier ?? []),
    ...(repeat?.earlier ?? []),
    { id: other._id, no: other.no },
  ]
  const earlier = known.filter(
    (one, i) => one.id !== _id && known.findIndex(({ id: same }) => same === one.id) === i,
  )
  const again = repeat ?? complaint.repeat
  if (again) complaint.repeat = { count: earlier.length + 1, earlier, at: again.at }
  complaint.raised.push(...raised.filter(({ why }) => complaint.raised.every((one) => one.why !== why)))
  complaint.quality ??= quality
}

export const servedMoves = {
  takeIn: {
    label: '并入另一张工单的内容',
    archive: 'handling',
    from: open,
    by: ['coordinator', 'manager'],
    needs: ['sameCompany', 'notItself', 'sameKind', 'sameSecret'],
    article: '18.1',
    inner: true,
    words: ({ facts }) => `已并入 ${facts.other!.no}:${facts.other!.description}`,
    does: ({ ticket, facts }) => {
      const { _id, no, description, contact, author, media, requestedAt } = facts.other!
      if (ticket.merged.some((one) => one.id === _id)) return
      ticket.merged.push({ id: _id, no, description, contact, by: author?.name ?? contact.name, requestedAt })
      const known = new Set(ticket.media.map((one) => one.id))
      ticket.media.push(...media.filter((one) => !known.has(one.id)))
      keepRepeat(ticket, facts.other!)
    },
  },
  mergeInto: {
    label: '合并重复',
    archive: 'handling',
    from: ['submitted', 'need_info', 'gm_review'],
    to: 'merged',
    by: ['coordinator', 'manager'],
    needs: ['sameCompany', 'notItself', 'sameKind', 'sameSecret', 'otherAlive', 'takenIn'],
    article: '18.1',
    tells: ['mergedTold'],
    words: ({ facts, input }) => `已合并到 ${facts.other!.no}:${input.reason}`,
    customerWords: ({ facts }) => `已合并到 ${facts.other!.no}`,
    does: ({ ticket, facts, now }) => {
      resume(ticket, now, facts.settings)
      ticket.mergedInto = { id: facts.other!._id, no: facts.other!.no }
      ticket.closedAt = now
    },
  },
} as const satisfies Moves<typeof inputs>
