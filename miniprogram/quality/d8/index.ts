import type { D8View, Upload } from '../../../typings/contract'
import type { D8MoveName } from '../../domain/quality/inputs'
import type { StepKey } from '../../domain/quality/steps'
import { act, idle } from '../../services/act'
import { call } from '../../services/call'
import { doorTime } from '../../services/door-time'
import { clearDraft, flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { newKey } from '../../services/key'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { announced, uploadMedia, type LocalMedia } from '../../services/media'
import { openPath, sayDone, ticketPage } from '../../services/routes'
import {
  barOf,
  draftOf,
  headWords,
  noBar,
  nowWords,
  offerOf,
  openedOf,
  stepRows,
  taskRows,
  timelineRows,
  type Bar,
  type Opened,
  type StepDraft,
  type StepRow,
  type TaskRow,
} from './rows'
import {
  assignSheet,
  dismissSheet,
  doneSheet,
  inputOf,
  linkSheet,
  redoSheet,
  taskSheet,
  unlinkSheet,
  type Sheet,
} from './sheets'

interface May {
  link: boolean
  unlink: boolean
  doneTask: boolean
  dismiss: boolean
}
const nothing: May = { link: false, unlink: false, doneTask: false, dismiss: false }

/** Sheets that are about the record as a whole. */
const plain: Readonly<Record<string, (d8: D8View) => Sheet>> = {
  link: linkSheet,
  addTask: taskSheet,
  dismiss: dismissSheet,
}

Component({
  data: {
    ...blank,
    ...idle,
    /** What a conflict is about. */
    subject: '8D',
    id: '',
    view: null as { d8: D8View } | null,
    head: '',
    turn: null as ReturnType<typeof nowWords>,
    rows: [] as StepRow[],
    open: '' as StepKey | '',
    opened: null as Opened | null,
    draft: null as StepDraft | null,
    bar: noBar as Bar,
    tasks: [] as TaskRow[],
    timeline: [] as ReturnType<typeof timelineRows>,
    may: nothing,
    sheet: null as Sheet | null,
    picking: false,
    large: '',
  },
  methods: {
    onLoad(query: { id?: string; step?: string }) {
      this.setData({ id: query.id ?? '', open: (query.step ?? '') as StepKey | '', large: largeType() })
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
      await load(this, () => call('d8.open', { id }), { cache: `d8-${id}` })
      const { view, open } = this.data
      if (view) this.tell(view.d8, open || view.d8.step || '')
    },
    /** Shows a record with one step unfolded. */
    tell(d8: D8View, open: StepKey | '') {
      const has = (move: D8MoveName) => offerOf(d8, move) !== null
      this.setData({
        view: { d8 },
        head: headWords(d8),
        turn: nowWords(d8),
        tasks: taskRows(d8),
        timeline: timelineRows(d8, doorTime()),
        may: {
          link: has('link'),
          unlink: has('unlink'),
          doneTask: has('doneTask'),
          dismiss: has('dismiss'),
        },
      })
      this.unfold(d8, open)
    },
    unfold(d8: D8View, open: StepKey | '') {
      const step = d8.steps.find((one) => one.key === open)
      const kept = step && !step.done ? loadDraft<StepDraft>(this.draftName(step.key))?.value : null
      const draft = step ? (kept ?? draftOf(step)) : null
      this.setData({
        open,
        draft,
        rows: stepRows(d8, open),
        opened: step && draft ? openedOf(d8, step.key, draft) : null,
        bar: step ? barOf(d8, step.key) : noBar,
      })
    },
    draftName(key: StepKey): string {
      return `d8-${this.data.id}-${key}`
    },
    toggle(event: WechatMiniprogram.TouchEvent) {
      const key = event.currentTarget.dataset.key as StepKey
      const { view, open } = this.data
      this.setData({ errors: {}, problem: null })
      if (view) this.unfold(view.d8, open === key ? '' : key)
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { draft, opened } = this.data
      const name = event.currentTarget.dataset.name as string
      if (!draft || !opened) return
      const { value } = event.detail
      this.keep({ ...draft, values: { ...draft.values, [name]: value } })
      const fields = opened.fields.map((one) => (one.name === name ? { ...one, value } : one))
      this.setData({ 'opened.fields': fields, [`errors.values.${name}`]: '' })
    },
    shot(event: WechatMiniprogram.CustomEvent<{ value: LocalMedia[] }>) {
      const { draft } = this.data
      if (draft) this.keep({ ...draft, media: event.detail.value })
    },
    keep(draft: StepDraft) {
      this.setData({ draft })
      if (this.data.open) saveDraft(this.draftName(this.data.open), draft)
    },
    press() {
      const { bar, view, open } = this.data
      if (!bar.move || !view || !open) return
      if (bar.disabled)
        wx.pageScrollTo({ selector: '#locked', offsetTop: -96, duration: 200, fail: () => {} })
      else void this.write(bar.move, open, view.d8)
    },
    save() {
      const { view, open } = this.data
      if (view && open) void this.write('save', open, view.d8)
    },
    /** Saves or finishes the opened step; what was typed stays until it has arrived with its photos. */
    async write(move: D8MoveName, key: StepKey, d8: D8View) {
      const { draft } = this.data
      const step = d8.steps.find((one) => one.key === key)
      if (!draft || !step) return
      const { values, media } = draft
      const input =
        move === 'close'
          ? { summary: values.summary ?? '' }
          : { step: key, values, media: announced(media), seen: step.rev }
      const next = await act(this, async () => {
        const answer = await call('d8.move', { id: d8.id, key: newKey(), move, input })
        await this.bring(answer.uploads, media)
        return answer.d8
      })
      if (!next) return
      clearDraft(this.draftName(key))
      sayDone(move === 'save' ? '已保存' : move === 'close' ? '已关闭' : `${key} 已完成`)
      this.tell(next, move === 'save' ? key : (next.step ?? key))
    },
    async bring(uploads: readonly Upload[], media: readonly LocalMedia[]) {
      for (const upload of uploads) {
        const file = media.find((one) => one.id === upload.id)
        if (file) await uploadMedia(this.data.id, upload, file.localPath)
      }
    },
    /** Opens a sheet; what it is about stands in the element's data. */
    ask(event: WechatMiniprogram.TouchEvent) {
      const { view, open } = this.data
      const { move, id, words } = event.currentTarget.dataset as { move: string; id?: string; words?: string }
      if (!view) return
      const about: Readonly<Record<string, () => Sheet>> = {
        assign: () => assignSheet(view.d8, open as StepKey),
        redo: () => redoSheet(open as StepKey),
        unlink: () => unlinkSheet(id ?? '', words ?? ''),
        doneTask: () => doneSheet(id ?? '', words ?? ''),
      }
      const sheet = about[move]?.() ?? plain[move]?.(view.d8) ?? null
      this.setData({ sheet, problem: null, errors: {} })
    },
    fill(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { sheet } = this.data
      const name = event.currentTarget.dataset.name as string
      if (!sheet) return
      const fields = sheet.fields.map((one) =>
        one.name === name ? { ...one, value: event.detail.value } : one,
      )
      this.setData({ 'sheet.fields': fields, [`errors.${name}`]: '' })
    },
    async send() {
      const { sheet } = this.data
      if (!sheet) return
      if (await this.make(sheet.move, inputOf(sheet))) this.setData({ sheet: null })
    },
    async make(move: D8MoveName, input: Record<string, unknown>): Promise<boolean> {
      const { id, open } = this.data
      const answer = await act(this, () => call('d8.move', { id, key: newKey(), move, input }))
      if (!answer) return false
      this.tell(answer.d8, open)
      sayDone('已记录')
      return true
    },
    shut() {
      this.setData({ sheet: null, problem: null, errors: {} })
    },
    changed(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.shut()
    },
    pick() {
      this.setData({ picking: true })
    },
    picked(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const models = this.data.view?.d8.models ?? []
      void this.make('scope', { fault: event.detail.value, models })
    },
    unpick() {
      this.setData({ picking: false })
    },
    ticket(event: WechatMiniprogram.TouchEvent) {
      const { id, opens } = event.currentTarget.dataset as { id: string; opens: boolean }
      if (opens) openPath(ticketPage(id, 'staff'))
    },
  },
})
