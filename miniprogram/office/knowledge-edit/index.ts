import { plainForm } from '../../domain/form/text'
import type { KnowledgeView, Outputs } from '../../../typings/contract'
import { clockTime, dayTime } from '../../domain/calendar/format'
import { inputErrors } from '../../domain/door/inputs'
import { knowledgeStates, type KnowledgeState } from '../../domain/knowledge/knowledge'
import { EVERY_MACHINE } from '../../domain/knowledge/manuals'
import { act, idle, showErrors } from '../../services/act'
import { call } from '../../services/call'
import { doorTime } from '../../services/door-time'
import { clearDraft, flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { newKey } from '../../services/key'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { goBack, openPath, ticketPage } from '../../services/routes'

type View = Outputs['knowledge.open']
interface Form {
  key: string
  question: string
  answer: string
  /** As typed: V850 V1160, '' for every machine. */
  models: string
}

const formOf = ({ question, answer, models }: KnowledgeView): Form => ({
  key: newKey(),
  question,
  answer,
  models: models.filter((one) => one !== EVERY_MACHINE).join(' '),
})
const modelsOf = (typed: string): string[] =>
  plainForm(typed)
    .toUpperCase()
    .split(/[\s,,、;;]+/)
    .filter(Boolean)

/** What its standing means for those who ask. */
const notes: Readonly<Record<KnowledgeState, string>> = {
  draft: '草稿,只有同事能看到',
  published: '已发布:客户提问时会看到',
  withdrawn: '已撤回:不再给客户看',
}

Component({
  data: {
    ...blank,
    ...idle,
    item: null as string | null,
    ticket: null as string | null,
    view: null as View | null,
    form: { key: '', question: '', answer: '', models: '' } as Form,
    restored: '',
    note: '',
    about: '',
    stateWords: '',
    /** What the second button does. */
    second: '',
    large: '',
  },
  methods: {
    onLoad(query: { item?: string; id?: string }) {
      this.setData({ item: query.item ?? null, ticket: query.id ?? null, large: largeType() })
      void this.refresh()
    },
    onHide() {
      flushDrafts()
    },
    onUnload() {
      flushDrafts()
    },
    draft(): string {
      return `knowledge-${this.data.item ?? this.data.ticket ?? 'new'}`
    },
    async refresh() {
      const { item: id, ticket } = this.data
      await load(this, () => call('knowledge.open', { id, ticket }), { cache: this.draft() })
      if (this.data.view) this.tell(this.data.view)
    },
    tell({ item, mayPublish }: View) {
      const kept = loadDraft<Form>(this.draft())
      this.setData({
        form: kept?.value ?? formOf(item),
        restored: kept ? clockTime(kept.savedAt) : '',
        note: notes[item.state],
        stateWords: knowledgeStates[item.state],
        second: mayPublish ? (item.state === 'published' ? '撤回' : '存草稿') : '',
        about: [
          item.by,
          item.updatedAt ? dayTime(item.updatedAt) : '',
          item.helped ? `帮到过 ${item.helped} 人` : '',
        ]
          .filter(Boolean)
          .join(' · '),
      })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const field = event.currentTarget.dataset.field as string
      this.setData({ [`form.${field}`]: event.detail.value, [`errors.${field}`]: '' })
      saveDraft(this.draft(), this.data.form)
    },
    clear() {
      clearDraft(this.draft())
      void this.refresh()
    },
    from() {
      const { ticket } = this.data.view!.item
      if (ticket) openPath(ticketPage(ticket.id, 'staff'))
    },
    async publish() {
      const { mayPublish } = this.data.view!
      await this.save(mayPublish ? 'published' : 'draft')
    },
    async other() {
      const { item } = this.data.view!
      await this.save(item.state === 'published' ? 'withdrawn' : 'draft')
    },
    async save(state: KnowledgeState) {
      const { form, view, ticket } = this.data
      const { key, question, answer, models } = form
      const { id } = view!.item
      const input = { key, id, ticket, question, answer, models: modelsOf(models), state }
      if (showErrors(this, named(inputErrors('knowledge.save', input, doorTime())))) return
      const done = await act(this, () => call('knowledge.save', input))
      if (!done) return
      clearDraft(this.draft())
      goBack(said[state])
    },
  },
})

const said: Readonly<Record<KnowledgeState, string>> = {
  draft: '已存草稿',
  published: '已发布',
  withdrawn: '已撤回',
}
/** models.2 → models: the field under which it stands. */
const named = (errors: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).map(([path, words]) => [path.split('.')[0]!, words]))
