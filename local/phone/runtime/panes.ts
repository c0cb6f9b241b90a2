// The two-pane view of PC WeChat: the page below the top one stays visible at the left. Its nodes move into a
// window of the same size beside the phone's, where vw, fixed and scrolling are its own; the page stays the same.
const forwarded = ['mousedown', 'mousemove', 'mouseup', 'touchstart', 'touchmove', 'touchend', 'touchcancel']
let two = false
let pane: HTMLIFrameElement | null = null
let shown: HTMLElement | null = null
let fromLeft = false

export const panes = (): boolean => two
/** Whether the last touch was in the left pane. */
export const touchedLeft = (): boolean => fromLeft

export function setPanes(on: boolean): void {
  two = on && window.frameElement !== null
  fromLeft = false
}

/** Shows a page's host at the left, with its own sheet; null clears the pane. */
export function showLeft(host: HTMLElement | null, sheet: string, scroll = 0): void {
  if (shown && shown !== host) bringBack(shown)
  shown = host
  if (!host) {
    pane?.remove()
    pane = null
    fromLeft = false
    return
  }
  const inside = (pane ??= make()).contentDocument!
  inside.querySelector('.wx-page-sheet')!.textContent = sheet
  if (host.ownerDocument !== inside) inside.body.append(host)
  host.hidden = false
  inside.defaultView!.scrollTo(0, scroll)
}

/** A host that comes to the top or is destroyed is in the phone's own document again. */
export function bringBack(host: HTMLElement): void {
  if (host.ownerDocument !== document) document.body.append(host)
  if (shown === host) shown = null
}

function make(): HTMLIFrameElement {
  const outer = window.frameElement!
  const made = outer.ownerDocument.createElement('iframe')
  made.className = 'pane'
  made.title = '上一页'
  outer.before(made)
  const inside = made.contentDocument!
  inside.documentElement.lang = 'zh-CN'
  inside.documentElement.style.cssText = document.documentElement.style.cssText
  for (const link of document.querySelectorAll('link[rel=stylesheet]')) inside.head.append(link.cloneNode())
  inside.head.append(Object.assign(inside.createElement('style'), { className: 'wx-page-sheet' }))
  for (const name of forwarded) inside.addEventListener(name, pass, { capture: true, passive: true })
  return made
}

// The framework listens on the phone's own body: what is touched in the pane is told there, with its own target.
function pass(event: Event): void {
  const Made = event.type.startsWith('touch') ? TouchEvent : MouseEvent
  const { clientX, clientY, touches, changedTouches } = event as MouseEvent & TouchEvent
  const where = touches
    ? { touches: [...touches], changedTouches: [...changedTouches] }
    : { clientX, clientY }
  const copy = new Made(event.type, { bubbles: true, cancelable: true, ...where } as MouseEventInit)
  Object.defineProperty(copy, 'target', { value: event.target })
  document.body.dispatchEvent(copy)
  fromLeft = true
}

for (const name of ['mousedown', 'touchstart'])
  document.addEventListener(name, () => (fromLeft = false), { capture: true, passive: true })
