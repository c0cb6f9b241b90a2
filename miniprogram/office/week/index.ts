import type { BoardRow, Card, Outputs } from '../../../typings/contract'
import { idle } from '../../services/act'
import { isoDay, weekdayWords } from '../../domain/calendar/format'
import { call } from '../../services/call'
import { cardLine, cardSentence, hurry } from '../../services/face-words'
import { kinds } from '../../domain/company/kinds'
import { servedStates } from '../../domain/repair/states'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { openPath, ticketPage } from '../../services/routes'
import { addDays } from '../../domain/calendar/days'

type View = Outputs['dispatch.board']
const short = (day: string): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`

const headOf = (day: string, today: string) => ({
  day,
  week: day === today ? '今天' : weekdayWords(day),
  date: short(day),
  today: day === today,
})

const waitOf = (card: Card, now: number) => ({
  id: card.id,
  title: card.title,
  companyName: card.companyName,
  due: cardLine(card.face, 'staff', now).due,
  late: hurry(card.face, 'staff', now),
  sentence: cardSentence(card, kinds[card.kind].label, 'staff', now),
})

/** A person's row; several jobs on a day, or a job on a day away, is a clash. */
const rowOf = (one: BoardRow) => ({
  ...one,
  initial: one.name.slice(0, 1),
  where: one.workshop ? '车间' : one.base,
  days: one.days.map((cell) => ({
    ...cell,
    clash: cell.jobs.length > 1 || (cell.jobs.length > 0 && cell.absent !== null),
  })),
})

Component({
  data: {
    ...blank,
    ...idle,
    from: '',
    view: null as View | null,
    waits: servedStates.verified.staff,
    waiting: [] as ReturnType<typeof waitOf>[],
    heads: [] as ReturnType<typeof headOf>[],
    rows: [] as ReturnType<typeof rowOf>[],
    conflicts: [] as string[],
    large: '',
  },
  methods: {
    onLoad() {
      this.setData({ large: largeType() })
    },
    onShow() {
      void this.refresh()
    },
    async refresh() {
      const { from } = this.data
      await load(this, () => call('dispatch.board', from ? { from } : {}), { cache: `week-${from}` })
      if (this.data.view) this.tell(this.data.view)
    },
    tell({ days, people, unassigned }: View) {
      const now = Date.now()
      this.setData({
        waiting: unassigned.map((card) => waitOf(card, now)),
        heads: days.map((day) => headOf(day, isoDay(now))),
        rows: people.map(rowOf),
        conflicts: people.flatMap((one) => one.conflicts.map((words) => `${one.name}:${words}`)),
      })
    },
    later() {
      const last = this.data.heads[this.data.heads.length - 1]
      if (last) this.turn(addDays(last.day, 1))
    },
    thisWeek() {
      this.turn('')
    },
    turn(from: string) {
      this.setData({ from })
      void this.refresh()
    },
    toJob(event: WechatMiniprogram.TouchEvent) {
      openPath(ticketPage(event.currentTarget.dataset.id as string, 'staff'))
    },
    toBoard(event: WechatMiniprogram.TouchEvent) {
      openPath(`/office/board/index?id=${event.currentTarget.dataset.id as string}`)
    },
  },
})
