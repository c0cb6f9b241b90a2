import { clockTime, shortTime } from '../../domain/format'
import type { TemplateKey } from '../../domain/templates'
import { maskPhone } from '../../domain/people'
import { askConsent } from '../../services/consent'
import { listDrafts } from '../../services/draft'
import { largeType } from '../../services/large'
import { blank, load } from '../../services/loader'
import { discard, flushOutbox, onOutboxChange, outboxItems, type OutboxItem } from '../../services/outbox'
import { dial, hotline } from '../../services/phone'
import { remindersOf, type Reminder } from '../../services/reminders'
import { openPath } from '../../services/routes'
import { cachedSession, openSession, type Session } from '../../services/session'
import { version } from '../../services/settings'
import { markTab } from '../../services/tab'

const endings = new WeakMap<object, () => void>()

function outboxRow(item: OutboxItem) {
  const files = item.files.length
  const sent = { waiting: '等待提交', files: `还有 ${files} 个文件在上传`, refused: item.words }
  return {
    key: item.key,
    title: item.title,
    words: sent[item.state],
    time: shortTime(item.at, Date.now()),
    refused: item.state === 'refused',
  }
}

Component({
  data: {
    ...blank,
    view: null as Session | null,
    large: '',
    phone: '',
    reminders: [] as Reminder[],
    outbox: [] as ReturnType<typeof outboxRow>[],
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
      this.setData({
        outbox: outboxItems().map(outboxRow),
        drafts: drafts.length,
        draftTime: drafts[0] ? clockTime(drafts[0].savedAt) : '',
      })
    },
    async remind(event: WechatMiniprogram.TouchEvent) {
      await askConsent([event.currentTarget.dataset.key as TemplateKey])
      const session = cachedSession()
      if (session) this.setData({ view: session })
    },
    retry() {
      void flushOutbox()
    },
    giveUp(event: WechatMiniprogram.TouchEvent) {
      const key = event.currentTarget.dataset.key as string
      wx.showModal({
        title: '删除这一项?',
        content: '还没有提交的内容会从手机里删除,不能恢复。',
        confirmText: '删除',
        cancelText: '保留',
        success: ({ confirm }) => {
          if (confirm) void discard(key)
        },
      })
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
