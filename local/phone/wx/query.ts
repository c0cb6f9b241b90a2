// wx.createSelectorQuery, createIntersectionObserver and animation, on the page on top.
import { top } from '../runtime/pages'

interface Creator {
  createIntersectionObserver(options?: object): unknown
}

const animation = (): unknown => {
  const self: unknown = new Proxy(
    {},
    { get: (_target, name) => (name === 'export' ? () => ({ actions: [] }) : () => self) },
  )
  return self
}

export const query = {
  createSelectorQuery: () => top()?.instance.createSelectorQuery(),
  createIntersectionObserver: (component: Creator, options?: object) =>
    component.createIntersectionObserver(options),
  createAnimation: animation,
  createOffscreenCanvas: ({ width, height }: { width: number; height: number }) => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    return Object.assign(canvas, { createImage: () => new Image() })
  },
}
