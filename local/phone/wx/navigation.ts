// wx navigation and the page around: title, scrolling, pull-down.
import { drawChrome, setTitle } from '../runtime/chrome'
import { nodeOf } from '../runtime/dom'
import * as pages from '../runtime/pages'
import { allowShare } from '../runtime/share'
import type { Callbacks } from '../runtime/types'
import { reply } from './reply'

interface To extends Callbacks<never> {
  url: string
}
const done = (work: () => void) => () => {
  work()
  return {}
}

export const navigation = {
  navigateTo: (options: To) =>
    reply(
      'navigateTo',
      options,
      done(() => pages.navigateTo(options.url)),
    ),
  redirectTo: (options: To) =>
    reply(
      'redirectTo',
      options,
      done(() => pages.redirectTo(options.url)),
    ),
  switchTab: (options: To) =>
    reply(
      'switchTab',
      options,
      done(() => pages.switchTab(options.url)),
    ),
  reLaunch: (options: To) =>
    reply(
      'reLaunch',
      options,
      done(() => pages.reLaunch(options.url)),
    ),
  navigateBack: (options?: Callbacks<never> & { delta?: number }) =>
    reply(
      'navigateBack',
      options,
      done(() => void pages.navigateBack(options?.delta ?? 1)),
    ),
  setNavigationBarTitle: (options: Callbacks<never> & { title: string }) =>
    reply(
      'setNavigationBarTitle',
      options,
      done(() => setTitle(options.title)),
    ),
  setNavigationBarColor: (options?: Callbacks<never>) =>
    reply('setNavigationBarColor', options, done(drawChrome)),
  pageScrollTo: (
    options: Callbacks<never> & {
      scrollTop?: number
      selector?: string
      offsetTop?: number
      duration?: number
    },
  ) =>
    reply(
      'pageScrollTo',
      options,
      done(() => scroll(options)),
    ),
  stopPullDownRefresh: (options?: Callbacks<never>) =>
    reply(
      'stopPullDownRefresh',
      options,
      done(() => {}),
    ),
  startPullDownRefresh: (options?: Callbacks<never>) =>
    reply(
      'startPullDownRefresh',
      options,
      done(() => pages.callTop('onPullDownRefresh')),
    ),
  enableAlertBeforeUnload: (options?: Callbacks<never>) =>
    reply(
      'enableAlertBeforeUnload',
      options,
      done(() => {}),
    ),
  disableAlertBeforeUnload: (options?: Callbacks<never>) =>
    reply(
      'disableAlertBeforeUnload',
      options,
      done(() => {}),
    ),
  hideHomeButton: (options?: Callbacks<never>) =>
    reply(
      'hideHomeButton',
      options,
      done(() => {}),
    ),
  showShareMenu: (options?: Callbacks<never>) =>
    reply(
      'showShareMenu',
      options,
      done(() => allowShare(true)),
    ),
  hideShareMenu: (options?: Callbacks<never>) =>
    reply(
      'hideShareMenu',
      options,
      done(() => allowShare(false)),
    ),
}

function scroll({
  scrollTop,
  selector,
  offsetTop = 0,
  duration,
}: {
  scrollTop?: number
  selector?: string
  offsetTop?: number
  duration?: number
}): void {
  const behavior = duration === 0 ? ('auto' as const) : ('smooth' as const)
  if (selector === undefined) return window.scrollTo({ top: scrollTop ?? 0, behavior })
  const found = pages.top()?.root.getComponent().getShadowRoot()?.querySelector(selector)
  const node = nodeOf(found)
  if (!node) throw new Error(`no element ${selector}`)
  window.scrollTo({ top: node.getBoundingClientRect().top + window.scrollY + offsetTop, behavior })
}
