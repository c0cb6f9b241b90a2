import type { TicketView, VisitView } from '../../../typings/contract'
import { dayTime, shortTime } from '../../domain/calendar/format'
import type { Offered } from '../../domain/door/lifecycle'
import {
  callBackBy,
  callTimes,
  isLow,
  reasonsFor,
  starWords,
  surveyReasons,
} from '../../domain/survey/survey'
import { asksOfMove } from '../../domain/company/templates'
import { idle } from '../../services/act'
import { call } from '../../services/call'
import { askConsent } from '../../services/consent'
import { flushDrafts, loadDraft, saveDraft } from '../../services/draft'
import { newKey } from '../../services/key'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import type { LocalMedia } from '../../services/media'
import { sendForm } from '../../services/move-form'
import { offerOf } from '../../services/moving'
import { goBack } from '../../services/routes'
import { termsFor } from '../../services/terms'
import { visitIn } from '../../services/visit-now'

const fresh = () => ({
  key: newKey(),
  stars: 0,
  reasons: [] as string[],
  nps: null as number | null,
  note: '',
  callBack: false,
  callTime: 'any',
  media: [] as LocalMedia[],
})
type Form = ReturnType<typeof fresh>
const options = (record: Readonly<Record<string, string>>) =>
  Object.entries(record).map(([value, label]) => ({ value, label }))

/** The answer given before, to be changed. */
function given({ survey }: VisitView): Form {
  const { stars, reasons, nps, note, callBack, callTime } = survey!
  return { ...fresh(), stars: stars ?? 0, reasons: [...reasons], nps, note, callBack, callTime }
}

type Given = NonNullable<VisitView['survey']>
const whyOf = ({ reasons, nps }: Given): string =>
  [...reasons.map((code) => surveyReasons[code] ?? code), ...(nps === null ? [] : [`推荐 ${nps} 分`])].join(
    '、',
  )

/** The call that a low score asks for, while it is awaited. */
const calledWords = ({ callBackBy: by }: Given): string =>
  by ? `客户服务部负责人会在 ${shortTime(by, Date.now())} 前给您回电` : ''

const THANKS = '谢谢您的评价'

Component({
  data: {
    ...blank,
    ...idle,
    id: '',
    v: '',
    view: null as { ticket: TicketView } | null,
    visit: null as VisitView | null,
    offer: null as Offered | null,
    /** The form is open: to answer, or to change the answer. */
    open: false,
    done: '',
    thanks: '',
    low: false,
    form: fresh(),
    times: options(callTimes),
    voice: ['voice'],
    reasonOptions: [] as { value: string; label: string }[],
    stars: [1, 2, 3, 4, 5],
    words: '',
    until: '',
    said: '',
    /** Of the answer given: its reasons and recommendation, and the call that follows. */
    why: '',
    called: '',
    /** The answer reached the server, and is not only kept on the phone. */
    sent: false,
    npsRows: [
      [0, 1, 2, 3, 4, 5],
      [6, 7, 8, 9, 10],
    ],
    leftAt: '',
    large: '',
  },
  observers: {
    'form.stars'(stars: number) {
      this.setData({
        words: starWords[stars - 1] ?? '',
        low: stars > 0 && isLow(stars, termsFor(this.data.view?.ticket)),
        reasonOptions: stars > 0 ? options(reasonsFor(stars)) : [],
      })
    },
  },
  methods: {
    onLoad(query: { id?: string; v?: string }) {
      const { id = '', v = '' } = query
      const kept = loadDraft<Form>(`rate-${id}-${v}`)?.value
      this.setData({ id, v, large: largeType(), form: { ...fresh(), ...kept } })
    },
    onShow() {
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
      if (this.data.view) this.tell(this.data.view.ticket)
    },
    tell(ticket: TicketView) {
      const visit = visitIn(ticket, this.data.v)
      const rate = offerOf(ticket, 'rate', visit?.id)
      const until = visit?.survey?.changeableUntil
      this.setData({
        visit,
        offer: rate ?? offerOf(ticket, 'changeRating', visit?.id),
        open: rate !== null || this.data.open,
        leftAt: visit?.leftAt ? dayTime(visit.leftAt) : '',
        until: until ? shortTime(until, Date.now()) : '',
        said: visit?.survey?.stars ? starWords[visit.survey.stars - 1]! : '',
        why: visit?.survey ? whyOf(visit.survey) : '',
        called: visit?.survey ? calledWords(visit.survey) : '',
      })
    },
    change() {
      const { visit } = this.data
      if (visit) this.setData({ open: true, form: given(visit) })
    },
    star(event: WechatMiniprogram.TouchEvent) {
      const stars = event.currentTarget.dataset.stars as number
      const { form } = this.data
      const same = reasonsFor(stars)
      const kept = form.reasons.filter((one) => one in same)
      this.put({ stars, reasons: kept, callBack: isLow(stars, termsFor(this.data.view?.ticket)) })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: never }>) {
      this.put({ [event.currentTarget.dataset.field as string]: event.detail.value })
    },
    nps(event: WechatMiniprogram.TouchEvent) {
      const value = event.currentTarget.dataset.value as number
      this.put({ nps: this.data.form.nps === value ? null : value })
    },
    callBack() {
      this.put({ callBack: !this.data.form.callBack })
    },
    put(more: Partial<Form>) {
      const { id, v, form } = this.data
      this.setData({ form: { ...form, ...more }, errors: {} })
      saveDraft(`rate-${id}-${v}`, this.data.form)
    },
    async submit() {
      const { id, v, form, offer } = this.data
      if (!offer) return
      const { key, media, ...answer } = form
      if (form.callBack) void askConsent(asksOfMove.rate)
      const done = await sendForm(this, {
        id,
        visit: offer.visit,
        move: offer.move,
        read: offer.read,
        key,
        input: answer,
        files: media.map((one) => ({ ...one, slot: '评价' })),
        title: '评价',
        draft: `rate-${id}-${v}`,
        said: THANKS,
      })
      if (!done) return
      const sent = done === THANKS
      this.setData({ done, sent, thanks: sent ? this.thanksFor(form) : '现在没有网络,评价留在手机里,不会丢' })
    },
    thanksFor({ stars, callBack }: Form): string {
      const now = Date.now()
      const terms = termsFor(this.data.view?.ticket)
      if (callBack || isLow(stars, terms))
        return `已转给客户服务部负责人,${shortTime(callBackBy(now, terms), now)} 前回电给您`
      return `评价已交客户服务部,${this.data.visit?.engineer.name ?? '工程师'} 能看到星级和原因`
    },
    back() {
      goBack()
    },
  },
})
