// What only shows: image, canvas, video, rich-text, navigator, portals.
import { any, dom, domIfAny, element, flag, inner, number, original, text, type ElementThis } from './base'
import { localUrl } from '../wx/local-files'

export const image = element({
  properties: {
    src: text,
    mode: { type: String, value: 'scaleToFill' },
    lazyLoad: flag,
    showMenuByLongpress: flag,
    webp: flag,
    fadeIn: flag,
  },
  data: { shown: '', alt: '' },
  observers: {
    async src(this: ElementThis, src: string) {
      this.setData({ shown: await localUrl(src) })
    },
    mode(this: ElementThis, mode: string) {
      domIfAny(this)?.setAttribute('mode', mode)
    },
    ariaLabel(this: ElementThis, alt: string) {
      this.setData({ alt })
    },
  },
  lifetimes: {
    attached(this: ElementThis) {
      dom(this).setAttribute('mode', String(this.data.mode))
    },
  },
  methods: {
    onLoad(this: ElementThis, event: unknown) {
      const { naturalWidth: width, naturalHeight: height } = original(event).target as HTMLImageElement
      this.triggerEvent('load', { width, height })
    },
    onError(this: ElementThis) {
      if (this.data.shown) this.triggerEvent('error', { errMsg: 'image load fail' })
    },
  },
})

export const canvas = element({ properties: { type: text, canvasId: text, disableScroll: flag } })
export const video = element({
  properties: { src: text, poster: text, controls: flag, autoplay: flag, objectFit: text },
})
export const rootPortal = element({ properties: { enable: { type: Boolean, value: true } } })

export const richText = element({
  properties: { nodes: any, space: text },
  observers: {
    // Text only: markup of others is never put into the document.
    nodes(this: ElementThis, nodes: unknown) {
      setTimeout(() => {
        const at = inner(this, '.wx-rich')
        if (at) at.textContent = typeof nodes === 'string' ? nodes.replace(/<[^>]*>/g, '') : ''
      })
    },
  },
})

export const pageMeta = element({
  properties: { pageStyle: text, rootFontSize: text, backgroundColor: text, scrollTop: text },
  observers: {
    pageStyle(this: ElementThis, style: string) {
      document.body.setAttribute('style', style ?? '')
    },
  },
})

/** The mini-program's own, which is there when somebody taps. */
declare const wx: Navigation
interface Navigation {
  navigateTo(options: { url: string }): void
  redirectTo(options: { url: string }): void
  switchTab(options: { url: string }): void
  reLaunch(options: { url: string }): void
  navigateBack(options: { delta: number }): void
}

export const navigator = element({
  properties: { url: text, openType: text, delta: number(1), hoverClass: text },
  lifetimes: {
    attached(this: ElementThis) {
      dom(this).setAttribute('role', 'link')
      this._$.addListener('tap' as never, (() => go(this)) as never)
    },
  },
})

function go(self: ElementThis): void {
  const url = String(self.data.url)
  const kind = String(self.data.openType || 'navigate')
  if (kind === 'navigateBack') wx.navigateBack({ delta: Number(self.data.delta) })
  else if (kind === 'redirect') wx.redirectTo({ url })
  else if (kind === 'switchTab') wx.switchTab({ url })
  else if (kind === 'reLaunch') wx.reLaunch({ url })
  else wx.navigateTo({ url })
}
