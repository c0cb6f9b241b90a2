import type { TicketView } from '../../../typings/contract'
import { monthDay } from '../../domain/calendar/format'
import { qualities } from '../../domain/installation/moves'
import { nextStep, type Milestone } from '../../domain/installation/parts'

type Plan = NonNullable<TicketView['plan']>
type Look = 'done' | 'late' | 'next' | 'later'
const who = {
  customer: { customer: '由您方操作,我方指导', us: '由我方完成' },
  staff: { customer: '用户操作,我方指导', us: '我方完成' },
} as const

interface Row {
  key: string
  label: string
  look: Look
  who: string
  /** 计划 11月24日 · 实际 11月25日 */
  dates: string
  quality: string
  cause: string
  words: string
}

const looks = { done: '已完成', late: '晚于计划', next: '下一步', later: '未开始' } as const

function rowOf(step: Milestone, plan: Plan, side: 'customer' | 'staff'): Row {
  const next = nextStep(plan)?.key === step.key
  const look: Look = step.actual ? 'done' : next ? (plan.late ? 'late' : 'next') : 'later'
  return {
    key: step.key,
    label: step.label,
    look,
    who: who[side][step.doneBy],
    dates: [
      step.planned ? `计划 ${monthDay(step.planned)}` : '尚未排期',
      step.actual && `实际 ${monthDay(step.actual)}`,
    ]
      .filter(Boolean)
      .join(' · '),
    quality: step.quality ? qualities[step.quality] : '',
    cause: step.delayCause,
    words: looks[look],
  }
}

Component({
  properties: {
    plan: { type: Object, value: { steps: [], schedule: '', late: false, today: '' } as Plan },
    /** Whose words: customer or staff. */
    side: { type: String, value: 'customer' },
  },
  data: { rows: [] as Row[], head: '', open: false },
  observers: {
    'plan, side'(plan: Plan, side: 'customer' | 'staff') {
      this.setData({
        rows: plan.steps.map((step) => rowOf(step, plan, side)),
        head: [plan.today, plan.schedule].filter(Boolean).join(' · '),
      })
    },
  },
  methods: {
    toggle() {
      this.setData({ open: !this.data.open })
    },
  },
})
