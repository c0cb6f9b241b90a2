import type { MediaView, TicketView } from '../../../typings/contract'
import { dateWords, dayTime } from '../../domain/calendar/format'

type Site = TicketView['site']

/** 已由 李国强 确认 · 11月23日(周一)14:00, or how far it is. */
function stateOf({ items, confirmed, readyOn }: Site): string {
  if (confirmed)
    return `${confirmed.by.name} ${confirmed.how === 'phone' ? '电话确认' : '已确认'} · ${dayTime(confirmed.at)}`
  if (readyOn) return `预计 ${dateWords(readyOn)} 具备,到时再派人;时限已暂停`
  return `已具备 ${items.filter((item) => item.state === 'ready').length}/${items.length} 项`
}

Component({
  properties: {
    site: { type: Object, value: { items: [], confirmed: null, readyOn: null, note: '' } as Site },
    /** Photos of the ticket; those whose slot is a condition's name are shown. */
    media: { type: Array, value: [] as MediaView[] },
  },
  data: {
    rows: [] as { id: string; label: string; done: boolean }[],
    photos: [] as MediaView[],
    state: '',
    open: false,
  },
  observers: {
    'site, media'(site: Site, media: MediaView[]) {
      const labels = site.items.map((item) => item.label)
      this.setData({
        rows: site.items.map(({ id, label, state }) => ({
          id,
          label,
          done: Boolean(site.confirmed) || state === 'ready',
        })),
        photos: media.filter((one) => labels.includes(one.slot)),
        state: stateOf(site),
      })
    },
  },
  methods: {
    toggle() {
      this.setData({ open: !this.data.open })
    },
  },
})
