import type { TicketView } from '../../../typings/contract'
import { moveErrors, type MoveName } from '../../domain/door/inputs'
import { noteFor } from '../../domain/wishes/note'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { clearDraft, flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { newKey } from '../../services/key'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { announced, type LocalMedia } from '../../services/media'
import { postMove } from '../../services/moving'
import { goBack } from '../../services/routes'

const fresh = () => ({
  key: newKey(),
  text: '',
  media: [] as LocalMedia[],
  to: 'inside' as keyof typeof noteFor,
})

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    /** The move that is offered: what was asked for, or something to add. */
    move: 'supplement' as MoveName,
    view: null as { ticket: TicketView } | null,
    form: fresh(),
    receivers: Object.entries(noteFor).map(([value, label]) => ({ value, label })),
    large: '',
  },
  methods: {
    onLoad(query: { id?: string; move?: MoveName }) {
      const id = query.id ?? ''
      if (query.move) this.setData({ move: query.move })
      const kept = loadDraft<ReturnType<typeof fresh>>(`supplement-${id}`)?.value
      this.setData({ id, large: largeType(), form: { ...fresh(), ...kept } })
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
    typed(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      const field = event.currentTarget.dataset.field as string
      this.setData({ [`form.${field}`]: event.detail.value, 'errors.text': '' })
      saveDraft(`supplement-${this.data.id}`, this.data.form)
    },
    async submit() {
      const { id, form, move, view } = this.data
      const said = { text: form.text, media: announced(form.media) }
      const ours = move === 'addNote' && view?.ticket.side === 'staff'
      const input = ours ? { ...said, to: form.to } : said
      if (showErrors(this, moveErrors(move, input, Date.now()))) return
      const done = await act(this, () =>
        postMove(id, move, null, { key: form.key, input, files: form.media, title: '补充信息' }),
      )
      if (!done) return
      clearDraft(`supplement-${id}`)
      goBack(done.state === 'sent' ? '已补充' : '已保存,联网后提交')
    },
  },
})
