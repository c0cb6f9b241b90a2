import type { TicketView } from '../../../typings/contract'
import { dayTime } from '../../domain/calendar/format'
import { moveErrors } from '../../domain/door/inputs'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { doorTime } from '../../services/door-time'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { makeMove } from '../../services/moving'
import { goBack } from '../../services/routes'

const ticks = [
  { field: 'workwear', label: '已着工装' },
  { field: 'metOwner', label: '已与业主联系人见面' },
  { field: 'siteReady', label: '现场条件与确认一致' },
]
const fresh = { workwear: false, metOwner: false, siteReady: false, lateReason: '' }

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    v: '',
    view: null as { ticket: TicketView } | null,
    form: { ...fresh },
    ticks,
    late: '',
    left: 2,
    large: '',
  },
  methods: {
    onLoad(query: { id?: string; v?: string }) {
      this.setData({ id: query.id ?? '', v: query.v ?? '', large: largeType() })
      void this.refresh()
    },
    async refresh() {
      await load(this, () => call('ticket.open', { id: this.data.id }), { cache: `ticket-${this.data.id}` })
      const visit = this.data.view?.ticket.visits.find((one) => one.id === this.data.v)
      this.setData({ late: visit && doorTime() > visit.arriveBy ? dayTime(visit.arriveBy) : '' })
    },
    toggle(event: WechatMiniprogram.TouchEvent) {
      const field = event.currentTarget.dataset.field as 'workwear'
      const form = { ...this.data.form, [field]: !this.data.form[field] }
      this.setData({
        form,
        [`errors.${field}`]: '',
        left: [form.workwear, form.metOwner].filter((one) => !one).length,
      })
    },
    typed(event: WechatMiniprogram.Input) {
      this.setData({ 'form.lateReason': event.detail.value, 'errors.lateReason': '' })
    },
    async arrive() {
      const { id, v, form } = this.data
      if (showErrors(this, moveErrors('arrive', form, doorTime()))) return
      const ticket = await act(this, () => makeMove(id, 'arrive', v || null, form))
      if (!ticket) return
      if (form.siteReady) goBack()
      else wx.redirectTo({ url: `/field/delay/index?id=${id}&v=${v}&why=site` })
    },
  },
})
