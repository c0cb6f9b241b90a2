// A dialog of the preview page; Escape and a click beside it close it.
import { button, make } from './dom'

/** Shows content under a title; it is gone when closed. */
export function dialog(title: string, ...content: Node[]): HTMLDialogElement {
  const close = button('', () => made.close(), { className: 'close', ariaLabel: '关闭' })
  const made = make(
    'dialog',
    { ariaLabel: title },
    make('header', {}, make('h2', { textContent: title }), close),
    ...content,
  )
  made.onclick = ({ target }) => {
    if (target === made) made.close()
  }
  made.onclose = () => made.remove()
  document.body.append(made)
  made.showModal()
  return made
}

/** Asks before something that cannot be taken back. */
export function confirm(title: string, words: string, yes: string, does: () => void): void {
  const shown = dialog(
    title,
    make('p', { textContent: words }),
    make(
      'footer',
      {},
      button('取消', () => shown.close()),
      button(
        yes,
        () => {
          shown.close()
          does()
        },
        { className: 'danger' },
      ),
    ),
  )
}
