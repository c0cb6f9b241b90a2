import type { ArchiveRow } from '../../../typings/contract'
import type { ArchiveKind } from '../../domain/archive/parts'
import { clockTime, dayWords, isoDay } from '../../domain/calendar/format'

/** The colour of a kind: whose word it is, ours, the customer's, the site's, done, or a warning. */
const colours: Readonly<Record<ArchiveKind, string>> = {
  request: 'us',
  handling: 'closed',
  visit: 'site',
  record: 'site',
  part: 'customer',
  receipt: 'done',
  cost: 'customer',
  day: 'site',
  survey: 'done',
  followup: 'done',
  inquiry: 'us',
  complaint: 'overdue',
  d8: 'overdue',
  ledger: 'closed',
}

const rowOf = (row: ArchiveRow, machine: boolean) => ({
  ...row,
  colour: colours[row.kind as ArchiveKind],
  // an old ledger knows the day only
  time: row.kind === 'ledger' ? '' : clockTime(row.at),
  // a line never begins with a dot
  about: [row.no, machine ? row.machine.replace(' · ', '\u00a0· ') : '', row.by]
    .filter(Boolean)
    .join('\u00a0· '),
})
type Row = ReturnType<typeof rowOf>

/** Rows under the day on which they happened, in the order they came. */
function byDay(
  items: readonly ArchiveRow[],
  machine: boolean,
): { day: string; words: string; rows: Row[] }[] {
  const days: ReturnType<typeof byDay> = []
  for (const item of items) {
    const day = isoDay(item.at)
    if (days[days.length - 1]?.day !== day)
      days.push({ day, words: `${day.slice(0, 4)}年${dayWords(item.at)}`, rows: [] })
    days[days.length - 1]!.rows.push(rowOf(item, machine))
  }
  return days
}

Component({
  properties: {
    items: { type: Array, value: [] as ArchiveRow[] },
    /** Whether each row names its company and its machine: not when all are of one. */
    company: { type: Boolean, value: false },
    machine: { type: Boolean, value: false },
  },
  data: { days: [] as ReturnType<typeof byDay> },
  observers: {
    'items, machine'(items: ArchiveRow[], machine: boolean) {
      this.setData({ days: byDay(items, machine) })
    },
  },
  methods: {
    open(event: WechatMiniprogram.TouchEvent) {
      const ticketId = event.currentTarget.dataset.ticket as string | null
      if (ticketId) this.triggerEvent('open', { ticketId })
    },
  },
})
