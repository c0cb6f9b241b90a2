// What stands outside the page: title, back, home. The shell draws it; alone, the phone draws its own.
import type { FromPhone, FromShell } from '../protocol'
import { given } from './code-space'
import {
  DEEPEST,
  appVisible,
  showPanes,
  navigateBack,
  navigateTo,
  onStack,
  reLaunch,
  stack,
  switchTab,
  isTab,
  parse,
  pathOf,
  top,
} from './pages'
import { panes } from './panes'
import { setOffset, settings } from './settings'
import { canShare, onShared, share } from './share'
import { setNetwork } from '../wx/network'
import { hideToast } from '../wx/ui'
import { counters } from './counters'
import { trouble } from './trouble'
import type { OpenPage } from './types'

const titles = new WeakMap<object, string>()

function tell(message: FromPhone): void {
  if (settings.framed) window.parent.postMessage({ from: 'phone', ...message }, location.origin)
}

const windowOf = (page: OpenPage) => ({ ...given.app.window, ...given.configs[page.id] })
const titleOf = (page: OpenPage): string => titles.get(page) ?? windowOf(page).navigationBarTitleText ?? ''

/** Tells the shell what to draw around the page on top. */
export function drawChrome(): void {
  const page = top()
  if (!page) return
  const window_ = windowOf(page)
  const title = titleOf(page)
  document.title = title
  tell({
    type: 'chrome',
    title,
    left: panes() && stack.length > 1 ? titleOf(stack[stack.length - 2]!) : '',
    canGoBack: stack.length > 1,
    home: stack.length === 1 && !isTab(page.id),
    background: window_.navigationBarBackgroundColor ?? '#FFFFFF',
    path: pathOf(page),
    stack: stack.map((one) => one.id),
    shareable: canShare(page),
  })
}

/** wx.setNavigationBarTitle. */
export function setTitle(title: string): void {
  const page = top()
  if (page) titles.set(page, title)
  drawChrome()
}

/** Opens a page from outside: a chat card, the script. */
export function openFromOutside(url: string): void {
  try {
    const given_ = url === '' ? given.app.pages[0]! : url
    const path = given_.startsWith('/') ? given_ : `/${given_}`
    if (isTab(parse(path).id)) switchTab(path)
    else if (stack.length === 0 || stack.length === DEEPEST) reLaunch(path)
    else navigateTo(path)
  } catch (error) {
    trouble(error, 'open')
  }
}

const handlers: { [T in FromShell['type']]: (message: Extract<FromShell, { type: T }>) => void } = {
  back: () => void navigateBack(1),
  home: () => reLaunch(`/${given.app.pages[0]}`),
  open: ({ path }) => openFromOutside(path),
  network: ({ mode }) => setNetwork(mode),
  clock: ({ offset }) => setOffset(offset),
  share: () => void share({ from: 'menu' }),
  panes: ({ two }) => showPanes(two),
  visible: ({ visible }) => appVisible(visible),
}

/** Connects with the shell around this phone. */
export function connectShell(): void {
  onStack(() => {
    hideToast()
    drawChrome()
  })
  onShared((group) => tell({ type: 'shared', group }))
  window.addEventListener('message', (event: MessageEvent<FromShell & { from?: string }>) => {
    if (event.origin !== location.origin || event.source !== window.parent || event.data?.from !== 'shell')
      return
    const handle = handlers[event.data.type] as ((message: FromShell) => void) | undefined
    handle?.(event.data)
  })
  setInterval(() => tell({ type: 'counters', ...counters() }), 1000)
  tell({ type: 'ready' })
}
