// 催办: the customer asks where his job is; the office and who has it hear it (第十七条).
import * as v from 'valibot'
import { dueIn } from '../company/deadlines'
import { shortTime } from '../calendar/format'
import { choice } from '../form/schema'
import { nameOf } from '../ticket/parts'
import { inputOf, type Checks, type Moves, type Tellings } from '../ticket/table'
import { jobPage, person, role } from '../ticket/telling'
import { customers, open } from './common'

export const urgeReasons = {
  loss: '停产损失大',
  late: '超过约定时间',
  silence: '没人联系我',
  other: '其他',
} as const

export const inputs = {
  urge: v.strictObject({ reason: choice('催办原因', urgeReasons) }),
} as const

export const checks = {
  urgeAgain: {
    article: '17',
    wayOut: '紧急请拨打值班电话',
    holds: (at) => {
      const last = at.ticket.urges[at.ticket.urges.length - 1]
      return !last || at.now >= dueIn(at.facts.settings, 'urgeMinutes', last.at).at
    },
    words: (at) => {
      const last = at.ticket.urges[at.ticket.urges.length - 1]!
      const again = shortTime(dueIn(at.facts.settings, 'urgeMinutes', last.at).at, at.now)
      return `已催办 ${shortTime(last.at, at.now)},请等待回复;${again} 后可再次催办`
    },
  },
} satisfies Checks

export const tells = {
  urged: (at) => {
    const words = `${at.ticket.companyName} ${at.ticket.subject}:${urgeReasons[inputOf(at, inputs.urge).reason]}`
    return [
      role('coordinator', '客户催办', words, jobPage(at.ticket)),
      // a complaint may be the general manager's: who has it is told
      at.ticket.complaint && at.ticket.holder
        ? person(at.ticket, at.ticket.holder.pid, '客户催办', words)
        : role('manager', '客户催办', words, jobPage(at.ticket)),
    ]
  },
} satisfies Tellings

export const servedMoves = {
  urge: {
    label: '催办',
    archive: 'request',
    recorded: true,
    from: open,
    by: customers,
    needs: ['urgeAgain'],
    article: '17',
    tells: ['urged'],
    words: ({ input }) => `催办:${urgeReasons[input.reason]}`,
    does: ({ ticket, input, actor, now }) => {
      ticket.urges.push({ at: now, by: nameOf(actor), reason: urgeReasons[input.reason] })
    },
  },
} as const satisfies Moves<typeof inputs>
