import type { EquipmentCard } from '../../../typings/contract'
import { serialOf } from '../../domain/form/serial'
import { plainForm } from '../../domain/form/text'
import { call } from '../../services/call'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { openPath } from '../../services/routes'
import { machinePage, scannedPage, scanText } from '../../services/scan'
import { markTab } from '../../services/tab'

/** The machines whose serial, model, name or nickname has the text in it. */
function found(items: EquipmentCard[], search: string): EquipmentCard[] {
  const wanted = plainForm(search).toUpperCase()
  const serial = serialOf(search)
  return items.filter(
    (item) =>
      (serial !== '' && item.serial.includes(serial)) ||
      [item.serial, item.model, item.name, item.nickname, item.site].some((text) =>
        text.toUpperCase().includes(wanted),
      ),
  )
}

Component({
  data: {
    ...blank,
    view: null as { items: EquipmentCard[] } | null,
    shown: [] as EquipmentCard[],
    search: '',
    large: '',
  },
  observers: {
    'view, search'(view: { items: EquipmentCard[] } | null, search: string) {
      this.setData({ shown: found(view?.items ?? [], search) })
    },
  },
  methods: {
    onShow() {
      markTab(this)
      this.setData({ large: largeType() })
      void this.refresh()
    },
    async onPullDownRefresh() {
      await this.refresh()
      wx.stopPullDownRefresh()
    },
    async refresh() {
      await load(this, () => call('equipment.list', {}), { cache: 'equipment' })
    },
    typed(event: WechatMiniprogram.Input) {
      this.setData({ search: event.detail.value.trim() })
    },
    clear() {
      this.setData({ search: '' })
    },
    open(event: WechatMiniprogram.TouchEvent) {
      openPath(machinePage(event.currentTarget.dataset.serial as string))
    },
    async scan() {
      const text = await scanText()
      if (text) openPath(scannedPage(text))
    },
    join() {
      openPath('/pages/join/index')
    },
  },
})
