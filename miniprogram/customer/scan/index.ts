import type { Card, Outputs } from '../../../typings/contract'
import { dayWords } from '../../domain/calendar/format'
import { call } from '../../services/call'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { dial } from '../../services/phone'
import { openPath, ticketPage } from '../../services/routes'
import { scanText, serialIn } from '../../services/scan'

type Machine = Outputs['equipment.open']

Component({
  data: { ...blank, view: null as Machine | null, serial: '', typed: '', last: '', large: '', now: 0 },
  methods: {
    onLoad(query: { serial?: string; scene?: string }) {
      const serial = serialIn(decodeURIComponent(query.serial ?? query.scene ?? ''))
      this.setData({ serial, typed: serial, large: largeType(), now: Date.now() })
    },
    onShow() {
      if (this.data.serial) void this.refresh()
      else this.setData({ phase: 'missing' })
    },
    async refresh() {
      const { serial } = this.data
      const view = await load(this, () => call('equipment.open', { serial }), { cache: `machine-${serial}` })
      this.setData({ last: view?.lastService ? dayWords(view.lastService) : '', now: Date.now() })
    },
    async scan() {
      const text = await scanText()
      if (text) this.look(serialIn(text))
    },
    type(event: WechatMiniprogram.Input) {
      this.setData({ typed: event.detail.value.trim().toUpperCase() })
    },
    find() {
      if (this.data.typed) this.look(this.data.typed)
    },
    look(serial: string) {
      this.setData({ serial, typed: serial, phase: 'loading' })
      void this.refresh()
    },
    repair() {
      openPath(`/customer/submit/index?serial=${encodeURIComponent(this.data.serial)}`)
    },
    ask() {
      openPath(`/customer/submit/index?type=inquiry&serial=${encodeURIComponent(this.data.serial)}`)
    },
    life() {
      openPath(`/customer/device/index?serial=${encodeURIComponent(this.data.serial)}`)
    },
    open(event: WechatMiniprogram.CustomEvent<{ card: Card }>) {
      openPath(ticketPage(event.detail.card.id, 'customer'))
    },
    join() {
      openPath('/pages/join/index')
    },
    dial() {
      dial()
    },
  },
})
