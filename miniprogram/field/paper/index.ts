import type { TicketView } from '../../../typings/contract'
import { moveErrors } from '../../domain/inputs'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { clearDraft, flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { newKey } from '../../services/key'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { announced, type LocalMedia } from '../../services/media'
import { postMove } from '../../services/moving'
import { goBack } from '../../services/routes'

const fresh = () => ({ key: newKey(), signer: '', post: '', phone: '', media: [] as LocalMedia[] })
type Form = ReturnType<typeof fresh>
const missing = ({ signer, post, phone, media }: Form): number =>
  [signer.trim(), post.trim(), phone.trim(), media.length].filter((one) => !one).length

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    v: '',
    view: null as { ticket: TicketView } | null,
    form: fresh(),
    left: 4,
    slots: ['纸质回执'],
    kinds: ['photo'],
    large: '',
  },
  methods: {
    onLoad(query: { id?: string; v?: string }) {
      const { id = '', v = '' } = query
      this.setData({ id, v, large: largeType() })
      this.keep(loadDraft<Form>(`paper-${id}-${v}`)?.value ?? fresh())
      void this.refresh()
    },
    onHide() {
      flushDrafts()
    },
    onUnload() {
      flushDrafts()
    },
    async refresh() {
      await load(this, () => call('ticket.open', { id: this.data.id }), { cache: `ticket-${this.data.id}` })
    },
    keep(form: Form) {
      this.setData({ form, left: missing(form) })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      const field = event.currentTarget.dataset.field as string
      this.keep({ ...this.data.form, [field]: event.detail.value })
      this.setData({ [`errors.${field}`]: '' })
      saveDraft(`paper-${this.data.id}-${this.data.v}`, this.data.form)
    },
    async submit() {
      const { id, v, form } = this.data
      const { key, media, ...said } = form
      const input = { ...said, media: announced(media) }
      if (showErrors(this, moveErrors('leaveOnPaper', input))) return
      const title = '纸质回执离场'
      const done = await act(this, () =>
        postMove(id, 'leaveOnPaper', v || null, { key, input, files: media, title }),
      )
      if (!done) return
      clearDraft(`paper-${id}-${v}`)
      goBack()
    },
  },
})
