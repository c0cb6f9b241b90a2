Page({
  data: { time: '', answer: '还没有' },
  onShow() {
    this.setData({ time: new Date(Date.now() + 8 * 3600_000).toISOString().slice(11, 16) })
  },
  next() {
    wx.navigateTo({ url: '/pages/detail/index?id=7' })
  },
  async subscribe() {
    const answer = await wx.requestSubscribeMessage({ tmplIds: ['tmpl-1'] })
    this.setData({ answer: (answer as unknown as Record<string, string>)['tmpl-1']! })
  },
  async ask() {
    this.setData({ answer: '在问' })
    try {
      const { result } = await wx.cloud.callFunction({ name: 'echo', data: { change: true } })
      this.setData({ answer: (result as { openid: string }).openid })
    } catch {
      this.setData({ answer: '没有回应' })
    }
  },
})
