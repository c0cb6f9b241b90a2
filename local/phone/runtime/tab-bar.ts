// custom-tab-bar: each tab page has its own instance, reached by getTabBar().
import { given, space } from './code-space'
import { backend } from './start'
import type { OpenPage } from './types'

const PATH = 'custom-tab-bar/index'

/** Puts the app's tab bar under a tab page, when the app brings one. */
export function mountTabBar(page: OpenPage): void {
  if (!given.app.tabBar?.custom || !given.configs[PATH]) return
  const host = document.createElement('div')
  host.className = 'wx-tab-bar'
  const anchor = document.createElement('i')
  host.append(anchor)
  page.host.append(host)
  const root = backend().createRoot('wx-tab-bar', space, `/${PATH}`)
  const instance: unknown = root.get()
  Object.assign(page.instance, {
    getTabBar: (done?: (bar: unknown) => void) => {
      done?.(instance)
      return instance
    },
  })
  root.attach(host as never, anchor as never)
  root.getComponent().triggerPageLifetime('show', [])
}
