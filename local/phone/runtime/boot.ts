// Starts the phone: App, the first page, the shell.
import './code-space'
import { wx } from '../wx/index'
import { connectShell, drawChrome } from './chrome'
import { appObject, given } from './code-space'
import { reLaunch } from './pages'
import { settings } from './settings'
import { trouble } from './trouble'

Object.assign(globalThis, { wx })

/** Runs after every script of the mini-program has registered itself. */
export function boot(): void {
  const app = appObject() as Record<string, ((options: object) => void) | undefined>
  const first = settings.firstPath || `/${given.app.pages[0]}`
  const path = first.startsWith('/') ? first : `/${first}`
  const launch = {
    path: path.slice(1).split('?')[0],
    query: Object.fromEntries(new URLSearchParams(path.split('?')[1] ?? '')),
    scene: 1001,
  }
  connectShell()
  try {
    app.onLaunch?.call(app, launch)
    app.onShow?.call(app, launch)
    reLaunch(path)
  } catch (error) {
    trouble(error, 'boot')
    if (path !== `/${given.app.pages[0]}`) reLaunch(`/${given.app.pages[0]}`)
  }
  drawChrome()
  document.documentElement.dataset.ready = 'true'
  performance.mark('first-page')
  const leave = () => app.onHide?.call(app, {})
  window.addEventListener('pagehide', leave)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave()
    else app.onShow?.call(app, launch)
  })
}
