// The capsule of the mini-program and the sheet behind its dots, as WeChat has them.
import { button, make } from './dom'

interface Does {
  share: () => void
  again: () => void
  onLeave?: (() => void) | undefined
}

/** The capsule; `shareable` says whether the page on top may be forwarded. */
export function capsule({ share, again, onLeave }: Does) {
  let mayShare = false
  const dots = button('', () => open(), { ariaLabel: '更多', className: 'capsule-dots' })
  dots.append(make('i'), make('i'), make('i'))
  const circle = button('', () => onLeave?.(), { ariaLabel: '关闭', className: 'capsule-circle' })
  circle.append(make('b'))
  if (!onLeave) circle.inert = true
  const element = make('div', { className: 'capsule' }, dots, circle)
  const open = (): void => {
    const frame = element.closest('.frame')
    if (!frame || frame.querySelector('.sheet')) return
    frame.append(sheet(mayShare, share, again, () => dots.focus()))
    frame.querySelector<HTMLElement>('.sheet button:not([disabled])')?.focus()
  }
  return { element, shareable: (may: boolean) => (mayShare = may) }
}

function sheet(mayShare: boolean, share: () => void, again: () => void, closed: () => void): HTMLElement {
  const close = (): void => {
    shade.remove()
    closed()
  }
  const item = (words: string, does: () => void, disabled = false): HTMLButtonElement =>
    button(
      words,
      () => {
        close()
        does()
      },
      { disabled, role: 'menuitem' },
    )
  const menu = make(
    'div',
    { role: 'menu', ariaLabel: '小程序菜单' },
    item(mayShare ? '转发' : '当前页面不可转发', share, !mayShare),
    item('重新进入小程序', again),
    item('取消', () => {}),
  )
  const shade = make('div', { className: 'sheet' }, menu)
  shade.onclick = (event) => {
    if (event.target === shade) close()
  }
  shade.onkeydown = (event) => {
    if (event.key === 'Escape') close()
  }
  return shade
}
