import type { TicketView } from '../../../typings/contract'
import { dayTime, shortTime } from '../../domain/calendar/format'
import { doorTime } from '../../services/door-time'

interface Row {
  icon: string
  title: string
  words: string
  amber: boolean
  /** The ticket that a tap opens, '' for none. */
  id: string
}
type Part = (ticket: TicketView, now: number) => Row[]

const row = (icon: string, title: string, words: string, id = '', amber = false): Row => ({
  icon,
  title,
  words,
  amber,
  id,
})

const source: Part = ({ source: from, requestedAt, side }) => {
  if (!from.author) return []
  const letter = from.letterNo ? ` ${from.letterNo}` : ''
  const who = side === 'customer' ? '您' : '客户'
  const times = `${who} ${dayTime(requestedAt)} 提出,${from.author} ${dayTime(from.enteredAt)} 登记`
  return [row('file', `${from.label}${letter}`, times)]
}
const special: Part = ({ special: why, consent, side }) => {
  if (!why || side === 'customer') return []
  const said = consent
    ? `${consent.by.name}${consent.ok ? '已同意' : '不同意'}${consent.note ? `:${consent.note}` : ''}`
    : '须经总经理同意'
  return [row('verify', `特殊情况:${why}`, said, '', !consent?.ok)]
}
const repeats: Part = ({ inside }) =>
  inside && inside.repeats > 0
    ? [row('error-triangle-filled', '重复故障', `这台设备以前有 ${inside.repeats} 次同样的问题`, '', true)]
    : []
const follows: Part = ({ follows: before }) =>
  before ? [row('history', '接着上次的问题', before.no, before.id)] : []
const reopened: Part = ({ reopened: times }) =>
  times > 0 ? [row('rollback', `已重新打开 ${times} 次`, '问题又出现了', '', true)] : []
const reschedule: Part = ({ reschedule: asked }, now) => {
  if (!asked) return []
  const times = [asked.first, ...(asked.second ? [asked.second] : [])].map((at) => shortTime(at, now))
  const answer = asked.decision
    ? asked.decision.ok
      ? '已同意'
      : `未能安排:${asked.decision.note}`
    : '等我方确认'
  return [row('time', `希望改约到 ${times.join(' 或 ')}`, answer, '', !asked.decision)]
}
const merged: Part = ({ merged: taken }) =>
  taken.map(({ no, description, contact, requestedAt }) =>
    row(
      'copy',
      `已并入 ${no}`,
      [description, contact, `${dayTime(requestedAt)} 提出`].filter(Boolean).join(' · '),
    ),
  )
const mergedInto: Part = ({ mergedInto: into }) =>
  into ? [row('copy', `已合并到 ${into.no}`, '那张工单继续处理,内容没有丢失', into.id)] : []

const became: Part = ({ became: into }) =>
  into ? [row('tools', `已转为报修 ${into.no}`, '文字和照片都带过去了', into.id)] : []
const cameFrom: Part = ({ cameFrom: from }) =>
  from ? [row('chat', `由咨询 ${from.no} 转来`, '', from.id)] : []

const parts = [mergedInto, became, cameFrom, special, repeats, follows, reopened, reschedule, source, merged]

Component({
  properties: {
    /** A TicketView; nothing is shown where there is nothing to tell. */
    ticket: { type: null, value: null as TicketView | null },
    now: { type: Number, value: 0 },
  },
  data: { rows: [] as Row[] },
  observers: {
    'ticket, now'(ticket: TicketView | null, now: number) {
      this.setData({ rows: ticket ? parts.flatMap((part) => part(ticket, now || doorTime())) : [] })
    },
  },
  methods: {
    open(event: WechatMiniprogram.TouchEvent) {
      const { id } = this.data.rows[event.currentTarget.dataset.index as number] ?? { id: '' }
      if (id) this.triggerEvent('open', { id })
    },
  },
})
