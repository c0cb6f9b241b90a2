// scroll-view, swiper and picker-view: what moves under a finger.
import { any, dom, element, flag, inner, number, original, text, type ElementThis } from './base'
import { nodeOf } from '../runtime/dom'

export const scrollView = element({
  properties: {
    scrollX: flag,
    scrollY: flag,
    scrollTop: any,
    scrollLeft: any,
    scrollIntoView: text,
    scrollWithAnimation: flag,
    lowerThreshold: number(50),
    upperThreshold: number(50),
    enhanced: flag,
    type: text,
    bounces: flag,
    showScrollbar: flag,
    enableFlex: flag,
    refresherEnabled: flag,
    refresherTriggered: flag,
    fastDeceleration: flag,
    enablePassive: flag,
    pagingEnabled: flag,
    usingSticky: flag,
    enableBackToTop: flag,
    scrollAnchoring: flag,
  },
  observers: {
    scrollTop(this: ElementThis, top: unknown) {
      if (top !== null && top !== undefined) scrollTo(this, { top: Number(top) })
    },
    scrollLeft(this: ElementThis, left: unknown) {
      if (left !== null && left !== undefined) scrollTo(this, { left: Number(left) })
    },
    scrollIntoView(this: ElementThis, id: string) {
      if (!id) return
      setTimeout(() => {
        const found = this._$.ownerShadowRoot?.querySelector(`#${id}`)
        nodeOf(found)?.scrollIntoView({ block: 'start', inline: 'center' })
      })
    },
  },
  methods: {
    onScroll(this: ElementThis, event: unknown) {
      const { scrollLeft, scrollTop, scrollHeight, scrollWidth, clientHeight, clientWidth } = original(event)
        .target as HTMLElement
      this.triggerEvent('scroll', { scrollLeft, scrollTop, scrollHeight, scrollWidth, deltaX: 0, deltaY: 0 })
      const left = this.data.scrollY
        ? scrollHeight - scrollTop - clientHeight
        : scrollWidth - scrollLeft - clientWidth
      const low = left <= Number(this.data.lowerThreshold)
      if (low && !this.low)
        this.triggerEvent('scrolltolower', { direction: this.data.scrollY ? 'bottom' : 'right' })
      this.low = low
    },
  },
})

function scrollTo(self: ElementThis, where: { top?: number; left?: number }): void {
  const behavior = self.data.scrollWithAnimation ? ('smooth' as const) : ('auto' as const)
  inner(self, '.wx-scroll')?.scrollTo({ ...where, behavior })
}

export const swiper = element({
  properties: {
    current: number(0),
    autoplay: flag,
    interval: number(5000),
    duration: number(500),
    circular: flag,
    vertical: flag,
    indicatorDots: flag,
    indicatorColor: text,
    indicatorActiveColor: text,
    previousMargin: text,
    nextMargin: text,
    displayMultipleItems: number(1),
    currentItemId: text,
    easingFunction: text,
    snapToEdge: flag,
  },
  observers: {
    current(this: ElementThis, index: number) {
      const track = inner(this, '.wx-swipe')
      track?.scrollTo({ left: index * track.clientWidth, behavior: 'smooth' })
    },
  },
  methods: {
    onScroll(this: ElementThis, event: unknown) {
      const { scrollLeft, clientWidth } = original(event).target as HTMLElement
      clearTimeout(this.settling as number | undefined)
      this.settling = setTimeout(() => {
        const current = Math.round(scrollLeft / clientWidth)
        if (current === this.data.current) return
        this.setData({ current })
        this.triggerEvent('change', { current, source: 'touch' })
      }, 100)
    },
  },
})

export const swiperItem = element({ properties: { itemId: text, skipHiddenItemLayout: flag } })

/** Height of a row of a picker column, px. */
const ROW = 44

export const pickerView = element({
  properties: {
    value: { type: Array, value: [] },
    indicatorStyle: text,
    indicatorClass: text,
    maskStyle: text,
    maskClass: text,
    immediateChange: flag,
  },
  observers: {
    value(this: ElementThis) {
      ;(this.place as () => void)?.()
    },
  },
  lifetimes: {
    attached(this: ElementThis) {
      setTimeout(() => (this.place as () => void)())
    },
  },
  methods: {
    place(this: ElementThis) {
      const values = this.data.value as number[]
      columns(this).forEach((column, i) => (column.scrollTop = (values[i] ?? 0) * ROW))
    },
    moved(this: ElementThis) {
      const value = columns(this).map((column) => Math.round(column.scrollTop / ROW))
      if (JSON.stringify(value) === JSON.stringify(this.data.value)) return
      this.setData({ value })
      this.triggerEvent('change', { value })
    },
  },
})

const columns = (self: ElementThis): HTMLElement[] => [
  ...dom(self).querySelectorAll<HTMLElement>('.wx-column'),
]

export const pickerViewColumn = element({
  methods: {
    onScroll(this: ElementThis) {
      clearTimeout(this.settling as number | undefined)
      this.settling = setTimeout(() => {
        const view = dom(this).closest('wx-picker-view') as
          (Element & { __wxElement?: { getMethodCaller(): ElementThis } }) | null
        ;(view?.__wxElement?.getMethodCaller().moved as (() => void) | undefined)?.()
      }, 120)
    },
  },
})
