import { flushDrafts } from './services/draft'
import { fillKeys } from './services/key'
import { watchNetwork } from './services/network'
import { flushOutbox, watchOutbox } from './services/outbox'
import { cloudEnv } from './services/settings'

App({
  onLaunch() {
    wx.cloud.init(cloudEnv ? { env: cloudEnv, traceUser: false } : { traceUser: false })
    fillKeys()
    watchNetwork()
    watchOutbox()
  },
  onShow() {
    void flushOutbox()
  },
  onHide() {
    flushDrafts()
  },
})
