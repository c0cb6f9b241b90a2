Page({
  data: { id: '' },
  onLoad(query: { id?: string }) {
    this.setData({ id: query.id ?? '' })
  },
  onShareAppMessage() {
    return { title: `看第 ${this.data.id} 页`, path: `/pages/detail/index?id=${this.data.id}` }
  },
})
