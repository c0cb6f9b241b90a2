import { clockTime } from '../../domain/calendar/format'
import type { TemplateKey } from '../../domain/company/templates'
import { maskPhone } from '../../domain/ticket/people'
import { askConsent } from '../../services/consent'
import { listDrafts } from '../../services/draft'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { allSentAt, onOutboxChange, outboxItems } from '../../services/outbox'
import { allSentWords, waitingWords } from '../../services/outbox-rows'
import { dial, hotline } from '../../services/phone'
import { remindersOf, type Reminder } from '../../services/reminders'
import { openPath, outboxPage } from '../../services/routes'
import { cachedSession, openSession, type Session } from '../../services/session'
import { version } from '../../services/settings'
import { markTab } from '../../services/tab'

const endings = new WeakMap<object, () => void>()

Component({
  data: {
    ...blank,
    view: null as Session | null,
    large: '',
    phone: '',
    reminders: [] as Reminder[],
    outbox: '',
    refused: false,
    outboxPage,
    drafts: 0,
    draftTime: '',
    hotline: '',
    version,
  },
  observers: {
    view(view: Session | null) {
      if (view)
        this.setData({ phone: view.me.phone ? maskPhone(view.me.phone) : '', reminders: remindersOf(view) })
    },
  },
  lifetimes: {
    attached() {
      endings.set(
        this,
        onOutboxChange(() => this.kept()),
      )
    },
    detached() {
      endings.get(this)?.()
    },
  },
  methods: {
    onShow() {
      markTab(this)
      this.setData({ large: largeType(), hotline: hotline() })
      this.kept()
      void this.refresh()
    },
    async refresh() {
      await load(this, () => openSession(true), { cache: 'home' })
    },
    /** What is still on this phone only. */
    kept() {
      const drafts = listDrafts()
      const items = outboxItems()
      this.setData({
        outbox: waitingWords(items) || allSentWords(allSentAt()),
        refused: items.some((item) => item.state === 'refused'),
        drafts: drafts.length,
        draftTime: drafts[0] ? clockTime(drafts[0].savedAt) : '',
      })
    },
    async remind(event: WechatMiniprogram.TouchEvent) {
      await askConsent([event.currentTarget.dataset.key as TemplateKey])
      const session = cachedSession()
      if (session) this.setData({ view: session })
    },
    go(event: WechatMiniprogram.TouchEvent) {
      openPath(event.currentTarget.dataset.url as string)
    },
    leave() {
      wx.showModal({
        title: '退出企业 / 注销账号',
        content: `由客服核对身份后办理,请拨打 ${this.data.hotline}。已提交的工单和回执按合同留存。`,
        confirmText: '拨打电话',
        cancelText: '知道了',
        success: ({ confirm }) => {
          if (confirm) dial()
        },
      })
    },
    dial() {
      dial()
    },
  },
})
