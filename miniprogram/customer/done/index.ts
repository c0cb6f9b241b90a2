import { decoded } from '../../domain/form/serial'
import { dayTime } from '../../domain/calendar/format'
import type { Kind } from '../../domain/company/kinds'
import { asksOfKind, type TemplateKey } from '../../domain/company/templates'
import { askConsent, wouldAsk } from '../../services/consent'
import { largeType } from '../../services/large'
import { termWords, type TermWords } from '../../services/terms'
import { flushOutbox, onOutboxChange, outboxItems, type OutboxItem } from '../../services/outbox'

/** What is promised and what comes, by kind. */
const served = {
  promise: '前核实并联系您',
  steps: ['内勤核实并联系您', '确认现场条件,安排工程师', '工程师上门,您签回执'],
  article: '18.1',
}
const inquiry = {
  promise: '前答复您',
  steps: ['由一位同事负责答复', '答复后通知您,看是否解决', '没解决可以接着问,或一键转为报修'],
  article: '8',
}
const complaintOf = ({ complaintRefusals }: TermWords) => ({
  promise: '前给您打电话',
  steps: [
    '负责人给您打电话,听您说',
    '查清原因,给您解释和处理方案',
    `您接受后关闭;${complaintRefusals}不接受会上报总经理`,
  ],
  article: '12',
})
const kindsOf = (terms: TermWords): Readonly<Record<string, typeof served>> => ({
  inquiry,
  complaint: complaintOf(terms),
})
const endings = new WeakMap<object, () => void>()

Component({
  data: {
    id: '',
    no: '',
    provisional: false,
    late: false,
    queued: false,
    waiting: 0,
    failed: 0,
    ...served,
    before: '',
    /** Of a complaint: who calls, and until when a plan is there. */
    by: '',
    plan: '',
    title: '已收到',
    templates: asksOfKind.repair as readonly TemplateKey[],
    canAsk: false,
    terms: {} as TermWords,
    large: '',
  },
  methods: {
    onLoad(query: Record<string, string | undefined>) {
      const { id = '', no = '', kind, due, provisional, late, key } = query
      const templates = asksOfKind[(kind ?? 'repair') as Kind] ?? asksOfKind.repair
      const terms = termWords()
      this.setData({
        id,
        no,
        terms,
        ...(kindsOf(terms)[kind ?? ''] ?? served),
        by: decoded(query.by ?? ''),
        plan: query.plan ? dayTime(Number(query.plan)) : '',
        title: kind === 'complaint' ? '投诉已受理' : '已收到',
        templates,
        before: due ? dayTime(Number(due)) : '',
        provisional: Boolean(provisional),
        late: Boolean(late),
        queued: Boolean(key),
        canAsk: wouldAsk(templates),
        large: largeType(),
      })
      this.follow(key ?? '')
    },
    onUnload() {
      endings.get(this)?.()
    },
    /** Photos go up by themselves; this page only tells how far they are. */
    follow(key: string) {
      const tell = (items: OutboxItem[]) => {
        const mine = items.filter(
          (one) => one.key === key || (this.data.id !== '' && one.ticketId === this.data.id),
        )
        const files = mine.flatMap((one) => one.files)
        this.setData({ waiting: files.length, failed: files.filter((file) => file.failed).length })
        const sent = mine.find((one) => one.ticketId !== null)
        if (sent?.ticketId) this.setData({ id: sent.ticketId, queued: false })
        if (key && this.data.queued && mine.length === 0) this.setData({ queued: false })
      }
      endings.set(this, onOutboxChange(tell))
      tell(outboxItems())
    },
    copy() {
      wx.setClipboardData({ data: this.data.no })
    },
    async remind() {
      const { templates } = this.data
      await askConsent(templates)
      this.setData({ canAsk: wouldAsk(templates) })
    },
    retry() {
      void flushOutbox()
    },
    see() {
      if (this.data.id) wx.redirectTo({ url: `/customer/ticket/index?id=${this.data.id}` })
      else wx.switchTab({ url: '/pages/tickets/index' })
    },
  },
})
