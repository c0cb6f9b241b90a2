// One phone: navigation bar above, the mini-program in an iframe below.
import type { FromPhone, FromShell } from '../protocol'

export interface FrameEvents {
  onChrome?: (chrome: Extract<FromPhone, { type: 'chrome' }>) => void
  onCounters?: (counters: Extract<FromPhone, { type: 'counters' }>) => void
}

export interface Frame {
  element: HTMLElement
  openid: string
  tell(message: FromShell): void
  open(path: string): void
  reload(): void
  path(): string
}

const make = (tag: string, className: string, text = ''): HTMLElement =>
  Object.assign(document.createElement(tag), { className, textContent: text })

/** A phone of one person; `offset` is the local clock's distance from the machine's, `more` e.g. 「&font=1.3」. */
export function frame(
  openid: string,
  path: string,
  offset: number,
  events: FrameEvents = {},
  more = '',
): Frame {
  const element = make('section', 'frame')
  const bar = make('header', 'nav')
  const back = make('button', 'nav-back')
  const title = make('h1', 'nav-title')
  const capsule = make('div', 'capsule')
  capsule.setAttribute('aria-hidden', 'true')
  capsule.innerHTML = '<i></i><i></i><i></i><b></b>'
  back.setAttribute('aria-label', '返回')
  back.hidden = true
  bar.append(back, title, capsule)
  const inner = document.createElement('iframe')
  inner.title = '小程序'
  const address = (to: string) =>
    `/phone/app.html?openid=${encodeURIComponent(openid)}&offset=${offset}&path=${encodeURIComponent(to)}${more}`
  let ready = false
  let current = path
  const waiting: FromShell[] = []
  const tell = (message: FromShell): void => {
    if (!ready) return void waiting.push(message)
    inner.contentWindow?.postMessage({ from: 'shell', ...message }, location.origin)
  }
  let goesHome = false
  back.onclick = () => tell({ type: goesHome ? 'home' : 'back' })
  window.addEventListener('message', (event: MessageEvent<FromPhone & { from?: string }>) => {
    if (
      event.source !== inner.contentWindow ||
      event.origin !== location.origin ||
      event.data?.from !== 'phone'
    )
      return
    const message = event.data
    if (message.type === 'ready') {
      ready = true
      for (const one of waiting.splice(0)) tell(one)
    }
    if (message.type === 'counters') events.onCounters?.(message)
    if (message.type !== 'chrome') return
    current = message.path
    title.textContent = message.title
    bar.style.background = message.background
    goesHome = message.home
    back.hidden = !message.canGoBack && !message.home
    back.classList.toggle('is-home', message.home)
    back.setAttribute('aria-label', message.home ? '回首页' : '返回')
    events.onChrome?.(message)
  })
  inner.src = address(path)
  element.append(bar, inner)
  return {
    element,
    openid,
    tell,
    open: (to) => tell({ type: 'open', path: to }),
    reload: () => {
      ready = false
      inner.src = address(current)
    },
    path: () => current,
  }
}
