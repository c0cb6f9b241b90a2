// One phone: navigation bar above, the mini-program in an iframe below.
import type { FromPhone, FromShell } from '../protocol'
import { make } from './dom'
import { capsule } from './menu'

export type Chrome = Extract<FromPhone, { type: 'chrome' }>
export type Counters = Extract<FromPhone, { type: 'counters' }>

export interface FrameEvents {
  onChrome?: (chrome: Chrome) => void
  onCounters?: (counters: Counters) => void
  onShared?: (group: string) => void
  /** The circle of the capsule: the phone is put away. */
  onLeave?: () => void
  onTouch?: () => void
}

/** Where and when a phone begins; `offset` is the local clock's distance from the machine's, in ms. */
export interface Begin {
  openid: string
  path: string
  offset: number
  /** px at the foot that are the phone's own. */
  safe?: number
  seed?: number
  /** More of the address, e.g. 「&font=1.3」. */
  more?: string
}

export interface Frame {
  element: HTMLElement
  inner: HTMLIFrameElement
  openid: string
  tell(message: FromShell): void
  open(path: string): void
  reload(): void
  path(): string
  close(): void
}

type Draw = (chrome: Chrome) => void

/** A phone of one person. */
export function frame(begin: Begin, events: FrameEvents = {}): Frame {
  const inner = make('iframe', { title: '小程序', className: 'app' })
  let current = begin.path
  const line = connect(inner)
  const tell = line.tell
  const bar = navigation(tell, events)
  const element = make(
    'section',
    { className: 'frame' },
    bar.element,
    make('div', { className: 'panes' }, inner),
  )
  line.hear((message) => {
    if (message.type === 'counters') events.onCounters?.(message)
    if (message.type === 'shared') events.onShared?.(message.group)
    if (message.type === 'ready')
      inner.contentWindow!.addEventListener('pointerdown', () => events.onTouch?.(), true)
    if (message.type !== 'chrome') return
    current = message.path
    element.classList.toggle('has-left', message.left !== '')
    bar.draw(message)
    events.onChrome?.(message)
  })
  inner.src = addressOf(begin, current)
  return {
    element,
    inner,
    openid: begin.openid,
    tell,
    open: (path) => tell({ type: 'open', path }),
    reload: () => {
      line.again()
      inner.src = addressOf(begin, current)
    },
    path: () => current,
    close: () => {
      line.close()
      element.remove()
    },
  }
}

function addressOf({ openid, offset, safe = 0, seed = 7, more = '' }: Begin, path: string): string {
  const given = { openid, offset: String(offset), path, safe: String(safe), seed: String(seed) }
  return `/phone/app.html?${new URLSearchParams(given).toString()}${more}`
}

// What is said before the phone listens waits until it does.
function connect(inner: HTMLIFrameElement) {
  let ready = false
  const waiting: FromShell[] = []
  const tell = (message: FromShell): void => {
    if (!ready) return void waiting.push(message)
    inner.contentWindow?.postMessage({ from: 'shell', ...message }, location.origin)
  }
  let heard: (message: FromPhone) => void = () => {}
  const listen = ({ source, origin, data }: MessageEvent<FromPhone & { from?: string }>): void => {
    if (source !== inner.contentWindow || origin !== location.origin || data?.from !== 'phone') return
    if (data.type === 'ready') {
      ready = true
      for (const one of waiting.splice(0)) tell(one)
    }
    heard(data)
  }
  window.addEventListener('message', listen)
  return {
    tell,
    hear: (hear: (message: FromPhone) => void) => (heard = hear),
    again: () => (ready = false),
    close: () => window.removeEventListener('message', listen),
  }
}

function navigation(
  tell: (message: FromShell) => void,
  { onLeave }: FrameEvents,
): { element: HTMLElement; draw: Draw } {
  let goesHome = false
  const back = make('button', { className: 'nav-back', hidden: true, ariaLabel: '返回' })
  back.onclick = () => tell({ type: goesHome ? 'home' : 'back' })
  const title = make('h1', { className: 'nav-title' })
  const left = make('p', { className: 'nav-left' })
  const menu = capsule({ share: () => tell({ type: 'share' }), again: () => tell({ type: 'home' }), onLeave })
  const element = make('header', { className: 'nav' }, back, left, title, menu.element)
  const draw: Draw = (chrome) => {
    title.textContent = chrome.title
    left.textContent = chrome.left
    element.style.background = chrome.background
    goesHome = chrome.home
    back.hidden = !chrome.canGoBack && !chrome.home
    back.classList.toggle('is-home', chrome.home)
    back.ariaLabel = chrome.home ? '回首页' : '返回'
    menu.shareable(chrome.shareable)
  }
  return { element, draw }
}
