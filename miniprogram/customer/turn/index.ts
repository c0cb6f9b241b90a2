import type { Outputs } from '../../../typings/contract'
import { inputErrors } from '../../domain/door/inputs'
import { production } from '../../domain/company/kinds'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { doorTime } from '../../services/door-time'
import { newKey } from '../../services/key'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { offerOf } from '../../services/moving'
import { openPath, sayDone, ticketPage } from '../../services/routes'

type View = Outputs['inquiry.open']

const productionOptions = Object.entries(production).map(([value, label]) => ({ value, label }))
const fresh = () => ({ key: newKey(), equipmentId: '', production: 'running' as keyof typeof production })

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    view: null as View | null,
    form: fresh(),
    productionOptions,
    machine: '',
    possible: true,
    now: 0,
    large: '',
  },
  methods: {
    onLoad(query: { id?: string }) {
      this.setData({ id: query.id ?? '', large: largeType(), now: doorTime() })
      void this.refresh()
    },
    async refresh() {
      const { id } = this.data
      const view = await load(this, () => call('inquiry.open', { id }), { cache: `inquiry-${id}` })
      if (!view) return
      const { model, nickname } = view.ticket.equipment
      const only = view.machines.length === 1 ? view.machines[0]!.id : ''
      this.setData({
        machine: `${model} ${nickname}`.trim(),
        possible: offerOf(view.ticket, 'turnRepair') !== null,
        'form.equipmentId': this.data.form.equipmentId || only,
      })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      const field = event.currentTarget.dataset.field as string
      this.setData({ [`form.${field}`]: event.detail.value, [`errors.${field}`]: '' })
    },
    machineTapped(event: WechatMiniprogram.TouchEvent) {
      this.setData({
        'form.equipmentId': event.currentTarget.dataset.id as string,
        'errors.equipmentId': '',
      })
    },
    became() {
      const { ticket } = this.data.view!
      if (ticket.became) openPath(ticketPage(ticket.became.id, ticket.side))
    },
    back() {
      openPath(ticketPage(this.data.id, this.data.view!.ticket.side))
    },
    async turn() {
      const { id, form, view, machine } = this.data
      if (showErrors(this, { ...(machine || form.equipmentId ? {} : { equipmentId: '请选择设备' }) })) return
      const input = { id, ...form }
      if (showErrors(this, inputErrors('inquiry.turn', input, doorTime()))) return
      const done = await act(this, () => call('inquiry.turn', input))
      if (!done) return
      wx.redirectTo({
        url: ticketPage(done.id, view!.ticket.side),
        success: () => sayDone('已转为报修'),
      })
    },
  },
})
