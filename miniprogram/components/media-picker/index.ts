import { dropFile } from '../../services/files'
import {
  choosePhotos,
  chooseVideo,
  MediaError,
  startVoice,
  stopVoice,
  type LocalMedia,
  type Taken,
} from '../../services/media'
import { newestTerms } from '../../services/terms'

type Kind = LocalMedia['kind']
const clocks = new WeakMap<object, ReturnType<typeof setInterval>>()

/** Photos to be taken one by one by name, each with whether it is there. */
function places(slots: string[], value: LocalMedia[]) {
  return slots.map((slot) => ({ slot, done: value.some((media) => media.slot === slot) }))
}

Component({
  properties: {
    value: { type: Array, value: [] as LocalMedia[] },
    max: { type: Number, value: 9 },
    /** Names of wanted photos: 报警画面, 故障部位; more are welcome. */
    slots: { type: Array, value: [] as string[] },
    kinds: { type: Array, value: ['photo', 'video', 'voice'] as Kind[] },
  },
  data: {
    wanted: [] as { slot: string; done: boolean }[],
    can: { photo: true, video: true, voice: true },
    full: false,
    recording: false,
    seconds: 0,
    error: '',
  },
  observers: {
    'value, max, slots, kinds'(value: LocalMedia[], max: number, slots: string[], kinds: Kind[]) {
      const can = {
        photo: kinds.includes('photo'),
        video: kinds.includes('video'),
        voice: kinds.includes('voice'),
      }
      this.setData({ wanted: places(slots, value), can, full: value.length >= max })
    },
  },
  lifetimes: {
    detached() {
      stopClock(this)
    },
  },
  methods: {
    photo(event: WechatMiniprogram.TouchEvent) {
      const slot = (event.currentTarget.dataset.slot as string | undefined) ?? ''
      void this.take(() => choosePhotos(slot ? 1 : this.room(), slot))
    },
    video() {
      void this.take(async () => ({ media: await chooseVideo(), left: [] }))
    },
    voice() {
      void this.take(this.data.recording ? () => this.endVoice() : () => this.beginVoice())
    },
    /** Takes what a source gives; its trouble is told in place. */
    async take(source: () => Promise<Taken>) {
      this.setData({ error: '' })
      try {
        const { media, left } = await source()
        if (media.length > 0) this.emit([...this.files(), ...media])
        this.setData({ error: left.join('；') })
      } catch (error) {
        this.setData({ error: error instanceof MediaError ? error.message : '没有取到,请重试' })
      }
    },
    async beginVoice(): Promise<Taken> {
      await startVoice()
      this.setData({ recording: true, seconds: 0 })
      clocks.set(
        this,
        setInterval(() => this.tick(), 1000),
      )
      return { media: [], left: [] }
    },
    tick() {
      this.setData({ seconds: this.data.seconds + 1 })
      if (this.data.seconds >= newestTerms().voiceSeconds) this.voice()
    },
    async endVoice(): Promise<Taken> {
      stopClock(this)
      this.setData({ recording: false })
      return { media: [await stopVoice()], left: [] }
    },
    remove(event: WechatMiniprogram.TouchEvent) {
      const gone = this.files()[event.currentTarget.dataset.index as number]
      if (!gone) return
      void dropFile(gone.localPath)
      this.emit(this.files().filter((media) => media !== gone))
    },
    preview(event: WechatMiniprogram.TouchEvent) {
      const file = this.files()[event.currentTarget.dataset.index as number]
      if (file?.kind !== 'photo') return
      const urls = this.files().flatMap(({ kind, localPath }) => (kind === 'photo' ? [localPath] : []))
      wx.previewImage({ current: file.localPath, urls })
    },
    files(): LocalMedia[] {
      return this.data.value as LocalMedia[]
    },
    room(): number {
      return Math.max(1, this.data.max - this.files().length)
    },
    emit(value: LocalMedia[]) {
      this.triggerEvent('change', { value })
    },
  },
})

function stopClock(picker: object): void {
  const clock = clocks.get(picker)
  if (clock !== undefined) clearInterval(clock)
}
