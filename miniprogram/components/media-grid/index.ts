import type { MediaView } from '../../../typings/contract'

const names = { photo: '照片', video: '视频', voice: '语音' } as const
let audio: WechatMiniprogram.InnerAudioContext | null = null

Component({
  properties: {
    items: { type: Array, value: [] as MediaView[] },
    /** What the photos show, for those who cannot see them: 报修照片. */
    alt: { type: String, value: '' },
  },
  data: { tiles: [] as (MediaView & { label: string })[], playing: '' },
  observers: {
    'items, alt'(items: MediaView[], alt: string) {
      const tiles = items.map((item, i) => ({ ...item, label: labelOf(item, alt, i, items.length) }))
      this.setData({ tiles })
    },
  },
  lifetimes: {
    detached() {
      audio?.stop()
    },
  },
  methods: {
    open(event: WechatMiniprogram.TouchEvent) {
      const tile = this.data.tiles[event.currentTarget.dataset.index as number]
      if (!tile?.url) return
      if (tile.kind === 'voice') this.play(tile.id, tile.url)
      else if (tile.kind === 'video') wx.previewMedia({ sources: [{ url: tile.url, type: 'video' }] })
      else wx.previewImage({ current: tile.url, urls: this.photos() })
    },
    photos(): string[] {
      return this.data.tiles.flatMap(({ kind, url }) => (kind === 'photo' && url ? [url] : []))
    },
    play(id: string, url: string) {
      const same = this.data.playing === id
      audio?.stop()
      this.setData({ playing: same ? '' : id })
      if (same) return
      audio ??= wx.createInnerAudioContext()
      audio.onEnded(() => this.setData({ playing: '' }))
      audio.src = url
      audio.play()
    },
  },
})

function labelOf(item: MediaView, alt: string, i: number, count: number): string {
  const state = item.url ? '' : ',还在上传'
  return `${alt || item.slot}${names[item.kind]},第 ${i + 1} 项,共 ${count} 项${state}`
}
