// 取消: the customer needs nobody any more; before somebody has set out (第十八条第3项).
import * as v from 'valibot'
import { withdraw } from '../dispatch/dispatch'
import { choice, text } from '../form/schema'
import { resume } from '../ticket/pausing'
import type { Checks, Moves, Tellings } from '../ticket/table'
import { crew, jobPage, role } from '../ticket/telling'
import { visitOf } from '../ticket/ticket'
import { customers, isBeforeRoad } from './common'

export const cancelReasons = {
  solved: '已自行解决',
  time: '时间不合适',
  wrong: '信息填错',
  other: '其他',
} as const

export const inputs = {
  cancel: v.strictObject({ reason: choice('取消原因', cancelReasons), note: text('说明', 200) }),
} as const

export const checks = {
  notDeparted: {
    article: '18.3',
    wayOut: '请打电话给负责人',
    holds: ({ ticket }) => isBeforeRoad(ticket),
    words: () => '工程师已出发,取消需要和负责人商量',
  },
} satisfies Checks

export const tells = {
  cancelled: (at) => [
    role('coordinator', '客户取消', `${at.ticket.no} ${at.ticket.companyName}`, jobPage(at.ticket)),
    ...(visitOf(at.ticket)?.withdrawn?.at === at.now ? crew(at, '工单已取消', at.ticket.companyName) : []),
  ],
} satisfies Tellings

export const servedMoves = {
  cancel: {
    label: '取消工单',
    archive: 'request',
    recorded: true,
    from: [
      'submitted',
      'need_info',
      'gm_review',
      'remote',
      'site_ready',
      'verified',
      'waiting_part',
      'visiting',
    ],
    to: 'cancelled',
    by: customers,
    needs: ['notDeparted'],
    article: '18.3',
    tells: ['cancelled'],
    words: ({ input }) => `已取消:${cancelReasons[input.reason]}${input.note ? `,${input.note}` : ''}`,
    does: ({ ticket, input, actor, now, facts }) => {
      resume(ticket, now, facts.settings)
      withdraw(ticket, actor, now, cancelReasons[input.reason])
      ticket.closedAt = now
    },
  },
} as const satisfies Moves<typeof inputs>
