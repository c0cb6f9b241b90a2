import type { TicketView } from '../../../typings/contract'
import { isoDay } from '../../domain/calendar/format'
import { moveErrors } from '../../domain/door/inputs'
import type { Offered } from '../../domain/door/lifecycle'
import { asksOfMove } from '../../domain/company/templates'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { askConsent } from '../../services/consent'
import { doorTime } from '../../services/door-time'
import { clearDraft, flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { newKey } from '../../services/key'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { announced, choosePhotos, MediaError } from '../../services/media'
import { makeMove, offerOf, postMove } from '../../services/moving'
import { onOutboxChange, outboxItems } from '../../services/outbox'
import { problemOf } from '../../services/problem'
import { openPath, ticketPage } from '../../services/routes'
import { nextWorkday } from '../../services/workday'
import { missingOf, rowsOf, type Pack, type Row } from './rows'

const endings = new WeakMap<object, () => void>()
const saving = new WeakSet<object>()
const empty: Pack = { ready: [], unsent: [], truth: false }

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    view: null as { ticket: TicketView } | null,
    confirm: null as Offered | null,
    later: null as Offered | null,
    pack: empty,
    local: {} as Record<string, string>,
    rows: [] as Row[],
    done: 0,
    missing: '',
    saved: '',
    queued: false,
    postponing: false,
    form: { readyOn: '', note: '' },
    today: '',
    rev: 0,
    large: '',
  },
  methods: {
    onLoad(query: { id?: string }) {
      this.setData({ id: query.id ?? '', large: largeType(), today: isoDay(doorTime()) })
      endings.set(
        this,
        onOutboxChange(() => this.uploaded()),
      )
    },
    onShow() {
      void this.refresh()
    },
    onHide() {
      flushDrafts()
    },
    onUnload() {
      flushDrafts()
      endings.get(this)?.()
    },
    draft(): string {
      return `ready-${this.data.id}`
    },
    async refresh() {
      const { id } = this.data
      await load(this, () => call('ticket.open', { id }), { cache: `ticket-${id}` })
      if (this.data.view) this.tell(this.data.view.ticket)
    },
    /** What waited for the network has gone, or photos have arrived and have an address now. */
    uploaded() {
      const { id, view, queued } = this.data
      const waits = outboxItems().some(
        (one) => one.ticketId === id || ('id' in one.input && one.input.id === id),
      )
      if (waits || saving.has(this)) return
      const known = view?.ticket.media.every((one) => one.url !== null) ?? true
      if (queued) {
        clearDraft(this.draft())
        this.setData({ queued: false, saved: '已自动保存' })
      }
      if (queued || !known) void this.refresh()
    },
    tell(ticket: TicketView) {
      // an answer that was asked for before the last saving tells of less than is known here
      if (ticket.rev < this.data.rev || saving.has(this)) return
      const kept = loadDraft<Pack>(this.draft())?.value
      const ready = ticket.site.items.filter((item) => item.state === 'ready').map((item) => item.id)
      this.setData({
        confirm: offerOf(ticket, 'confirmSite'),
        later: offerOf(ticket, 'siteNotReady'),
        rev: ticket.rev,
        pack: kept ?? { ...empty, ready, truth: this.data.pack.truth },
      })
      this.list()
    },
    list() {
      const { view, pack, local } = this.data
      if (!view) return
      const rows = rowsOf(view.ticket, pack, local)
      this.setData({
        rows,
        done: rows.filter((row) => row.ready).length,
        missing: missingOf(rows, pack.truth),
      })
    },
    async step(event: WechatMiniprogram.TouchEvent) {
      const row = this.data.rows[event.currentTarget.dataset.index as number]
      if (!row) return
      if (row.step === 'photo') await this.photo(row)
      else this.mark(row.id, row.step === 'ready')
    },
    async more(event: WechatMiniprogram.TouchEvent) {
      const row = this.data.rows[event.currentTarget.dataset.index as number]
      if (row) await this.photo(row)
    },
    async photo(row: Row) {
      try {
        const { media: taken, left } = await choosePhotos(3, row.label)
        this.setData({ [`errors.${row.id}`]: left.join('；') })
        if (taken.length === 0) return
        const { pack, local } = this.data
        const paths = Object.fromEntries(taken.map((one) => [one.id, one.localPath]))
        this.setData({
          local: { ...local, ...paths },
          'pack.unsent': [...pack.unsent, ...taken],
        })
        this.mark(row.id, true)
      } catch (error) {
        const words = error instanceof MediaError ? error.message : '没有取到照片,请重试'
        this.setData({ [`errors.${row.id}`]: words })
      }
    },
    mark(id: string, ready: boolean) {
      const others = this.data.pack.ready.filter((one) => one !== id)
      this.setData({ 'pack.ready': ready ? [...others, id] : others, problem: null })
      saveDraft(this.draft(), this.data.pack)
      this.list()
      void this.save()
    },
    truth() {
      this.setData({ 'pack.truth': !this.data.pack.truth })
      this.list()
    },
    /** Each item is saved by itself; what is tapped meanwhile goes with the next saving. */
    async save() {
      if (saving.has(this)) return
      saving.add(this)
      this.setData({ saved: '正在保存…' })
      try {
        for (let known = ''; known !== this.wanted();) {
          known = this.wanted()
          if (!(await this.saveOnce())) return
        }
        clearDraft(this.draft())
        this.setData({ saved: '已自动保存' })
      } catch (error) {
        this.setData({ problem: problemOf(error), saved: '' })
      } finally {
        saving.delete(this)
      }
    },
    /** All that should stand there in the end, sent or not. */
    wanted(): string {
      const shots = this.data.rows.flatMap((row) => row.shots.map((shot) => shot.id))
      return JSON.stringify([this.data.pack.ready, shots])
    },
    /** False when it waits for the network. */
    async saveOnce(): Promise<boolean> {
      const { id } = this.data
      const { ready, unsent: files } = this.data.pack
      const input = { ready, media: announced(files) }
      const done = await postMove(id, 'saveSite', null, { key: newKey(), input, files, title: '现场条件' })
      // the data's own objects change while an answer is awaited: only what was sent is gone
      const gone = files.map((one) => one.id)
      const unsent = this.data.pack.unsent.filter((one) => !gone.includes(one.id))
      if (done.state === 'queued') {
        this.setData({ 'pack.unsent': unsent })
        this.wait()
        return false
      }
      const { ticket } = done.output
      this.setData({ 'pack.unsent': unsent, view: { ticket }, rev: ticket.rev })
      this.list()
      return true
    },
    wait() {
      this.setData({ queued: true, saved: '已保存在手机里,联网后自动提交' })
      saveDraft(this.draft(), this.data.pack)
    },
    async send() {
      const { missing, id } = this.data
      const { ready, unsent: files, truth } = this.data.pack
      const input = { ready, media: announced(files), truth }
      const errors = moveErrors('confirmSite', input, doorTime())
      if (missing || Object.keys(errors).length > 0) {
        showErrors(this, missing ? this.firstOpen() : errors)
        return
      }
      void askConsent(asksOfMove.confirmSite)
      const given = { key: newKey(), input, files, title: '确认现场条件' }
      const done = await act(this, () => postMove(id, 'confirmSite', null, given))
      if (!done) return
      clearDraft(this.draft())
      if (done.state === 'queued') this.wait()
      else this.take(done.output.ticket)
    },
    firstOpen(): Record<string, string> {
      const open = this.data.rows.find((row) => !row.ready)
      if (!open) return { truth: '请确认以上情况属实' }
      return { [open.id]: open.step === 'photo' ? '请拍照' : '请确认是否具备' }
    },
    postpone() {
      const readyOn = isoDay(nextWorkday(doorTime()).arriveBy)
      this.setData({ postponing: true, problem: null, errors: {}, form: { readyOn, note: '' } })
    },
    stay() {
      this.setData({ postponing: false })
    },
    changed(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.stay()
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const field = event.currentTarget.dataset.field as string
      this.setData({ [`form.${field}`]: event.detail.value, [`errors.${field}`]: '' })
    },
    async notReady() {
      const { id, form } = this.data
      if (showErrors(this, moveErrors('siteNotReady', form, doorTime()))) return
      const ticket = await act(this, () => makeMove(id, 'siteNotReady', null, form))
      if (!ticket) return
      this.stay()
      this.take(ticket)
    },
    take(ticket: TicketView) {
      this.setData({ view: { ticket }, saved: '' })
      this.tell(ticket)
      wx.pageScrollTo({ scrollTop: 0, duration: 0 })
    },
    preview(event: WechatMiniprogram.TouchEvent) {
      const { index, shot } = event.currentTarget.dataset as { index: number; shot: string }
      const urls = (this.data.rows[index]?.shots ?? []).map((one) => one.src).filter(Boolean)
      if (shot) wx.previewImage({ current: shot, urls })
    },
    sample(event: WechatMiniprogram.TouchEvent) {
      const src = event.currentTarget.dataset.src as string
      wx.previewImage({ current: src, urls: [src] })
    },
    tickets() {
      wx.switchTab({ url: '/pages/tickets/index' })
    },
    whole() {
      const { id, view } = this.data
      openPath(ticketPage(id, view?.ticket.side ?? 'customer'))
    },
  },
})
