import type { Answerer, KnowledgeCard, Outputs } from '../../../typings/contract'
import { clockTime } from '../../domain/calendar/format'
import { desks } from '../../domain/inquiry/parts'
import type { Offered } from '../../domain/door/lifecycle'
import { act, idle } from '../../services/act'
import { call } from '../../services/call'
import { doorTime } from '../../services/door-time'
import { flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { newKey } from '../../services/key'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import type { LocalMedia } from '../../services/media'
import { sendForm } from '../../services/move-form'
import { makeMove, offerOf } from '../../services/moving'
import { dial } from '../../services/phone'
import { goBack, openPath, pageOfMove } from '../../services/routes'

type View = Outputs['inquiry.open']
interface Choice {
  to: string
  words: string
  about: string
}

const fresh = () => ({ key: newKey(), text: '', media: [] as LocalMedia[] })
type Form = ReturnType<typeof fresh>

const deskRows: Choice[] = Object.entries(desks).map(([to, words]) => ({
  to,
  words,
  about: '由部门当班人员答复',
}))
const rowOf = ({ pid, name, title, open }: Answerer): Choice => ({
  to: pid,
  words: name,
  about: [title, open > 0 ? `手上 ${open} 件待答复` : ''].filter(Boolean).join(' · '),
})

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    view: null as View | null,
    answer: null as Offered | null,
    hand: null as Offered | null,
    turn: null as Offered | null,
    mayCall: false,
    machine: '',
    choices: [] as Choice[],
    /** The sheet of colleagues is open, with a word to them. */
    handing: false,
    note: '',
    form: fresh(),
    restored: '',
    now: 0,
    large: '',
  },
  methods: {
    onLoad(query: { id?: string; hand?: string }) {
      const id = query.id ?? ''
      const kept = loadDraft<Form>(`answer-${id}`)
      this.setData({
        id,
        large: largeType(),
        handing: query.hand === '1',
        form: { ...fresh(), ...kept?.value },
        restored: kept ? clockTime(kept.savedAt) : '',
      })
      void this.refresh()
    },
    onHide() {
      flushDrafts()
    },
    onUnload() {
      flushDrafts()
    },
    async refresh() {
      const { id } = this.data
      await load(this, () => call('inquiry.open', { id }), { cache: `inquiry-${id}` })
      if (this.data.view) this.tell(this.data.view)
    },
    tell({ ticket, colleagues }: View) {
      const { model, nickname, serial } = ticket.equipment
      const who = [...deskRows, ...colleagues.map(rowOf)]
      this.setData({
        now: doorTime(),
        answer: offerOf(ticket, 'answer'),
        hand: offerOf(ticket, 'handInquiry'),
        turn: offerOf(ticket, 'turnRepair'),
        mayCall: !ticket.contact.phone.includes('*'),
        machine: serial ? `${model} ${nickname} · ${serial}` : '没有指定设备',
        choices: who,
      })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      this.put(event.currentTarget.dataset.field as string, event.detail.value)
    },
    put(field: string, value: unknown) {
      this.setData({ [`form.${field}`]: value, [`errors.${field}`]: '' })
      saveDraft(`answer-${this.data.id}`, this.data.form)
    },
    /** Below what was written already; the answer is sent under one's own name. */
    quote(event: WechatMiniprogram.CustomEvent<{ item: KnowledgeCard }>) {
      const before = this.data.form.text.trim()
      this.put('text', [before, event.detail.item.answer].filter(Boolean).join('\n'))
      wx.pageScrollTo({ selector: '#f-text', offsetTop: -96, duration: 200, fail: () => {} })
    },
    open() {
      this.setData({ handing: true, problem: null })
    },
    close() {
      this.setData({ handing: false })
    },
    changed(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.close()
    },
    noted(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ note: event.detail.value })
    },
    async give(event: WechatMiniprogram.TouchEvent) {
      const to = event.currentTarget.dataset.to as string
      const { id, note } = this.data
      const done = await act(this, () => makeMove(id, 'handInquiry', null, { to, note }))
      if (!done) return
      this.close()
      goBack('已转出')
    },
    turned() {
      openPath(pageOfMove('turnRepair', this.data.id, null)!)
    },
    dial() {
      dial(this.data.view?.ticket.contact.phone)
    },
    async send() {
      const { id, form } = this.data
      const done = await sendForm(this, {
        id,
        visit: null,
        move: 'answer',
        read: '',
        key: form.key,
        input: { text: form.text },
        files: form.media,
        title: '答复咨询',
        draft: `answer-${id}`,
        said: '已答复',
      })
      if (done) goBack(done)
    },
  },
})
