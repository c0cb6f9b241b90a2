import type { Card, Outputs } from '../../../typings/contract'
import { dayWords } from '../../domain/calendar/format'
import { call } from '../../services/call'
import { doorTime } from '../../services/door-time'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { dial } from '../../services/phone'
import { openPath, ticketPage } from '../../services/routes'
import { decoded, scanText, serialIn, serialOf } from '../../services/scan'

type Machine = Outputs['equipment.open']
const unread = '这个码里没有序列号，请输入铭牌上的序列号。'

Component({
  data: {
    ...blank,
    view: null as Machine | null,
    serial: '',
    typed: '',
    unread: '',
    last: '',
    large: '',
    now: 0,
  },
  methods: {
    onLoad(query: { serial?: string; scene?: string; q?: string; unread?: string }) {
      const serial = serialIn(decoded(query.serial ?? query.scene ?? query.q ?? ''))
      this.setData({
        serial,
        typed: serial,
        large: largeType(),
        now: doorTime(),
        unread: query.unread ? unread : '',
      })
    },
    onShow() {
      if (this.data.serial) void this.refresh()
      else this.setData({ phase: 'missing' })
    },
    async refresh() {
      const { serial } = this.data
      const view = await load(this, () => call('equipment.open', { serial }), { cache: `machine-${serial}` })
      this.setData({ last: view?.lastService ? dayWords(view.lastService) : '', now: doorTime() })
    },
    async scan() {
      const text = await scanText()
      if (text !== null) this.look(serialIn(text))
    },
    type(event: WechatMiniprogram.Input) {
      this.setData({ typed: event.detail.value })
    },
    find() {
      const serial = serialOf(this.data.typed)
      if (serial) this.look(serial)
    },
    /** A code without a serial number, or the machine itself. */
    look(serial: string) {
      const words = serial === '' ? unread : ''
      this.setData({ serial, typed: serial, unread: words, phase: words ? 'missing' : 'loading' })
      if (!words) void this.refresh()
    },
    /** The one that looks the same: O for 0. */
    candidate() {
      if (this.data.problem?.candidate) this.look(this.data.problem.candidate)
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
