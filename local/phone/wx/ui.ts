// wx toasts, dialogs, sheets, previews: drawn as WeChat draws them.
import type { Callbacks } from '../runtime/types'
import { localUrl } from './local-files'
import { escaped, layer, reply } from './reply'

interface Toast extends Callbacks<never> {
  title?: string
  icon?: string
  duration?: number
}
let toast: HTMLElement | null = null
let toastTimer = 0

function showToast({ title, icon = 'success', duration = 1500 }: Toast, forever: boolean): object {
  hideToast()
  const marks: Record<string, string> = { loading: '◌', error: '✕', success: '✓' }
  const mark = marks[icon]
  toast = layer(
    'wx-toast',
    `<div role="status">${mark ? `<b aria-hidden="true">${mark}</b>` : ''}<span>${escaped(title)}</span></div>`,
  )
  if (!forever) toastTimer = window.setTimeout(hideToast, duration)
  return {}
}

/** A toast belongs to the page that showed it: it goes when another comes. */
export function hideToast(): object {
  clearTimeout(toastTimer)
  toast?.remove()
  toast = null
  return {}
}

interface Modal extends Callbacks<never> {
  title?: string
  content?: string
  showCancel?: boolean
  cancelText?: string
  confirmText?: string
  editable?: boolean
  placeholderText?: string
}

function showModal(options: Modal): Promise<{ confirm: boolean; cancel: boolean; content: string }> {
  const {
    title,
    content,
    showCancel = true,
    cancelText = '取消',
    confirmText = '确定',
    editable,
    placeholderText,
  } = options
  const html = `<div class="wx-dialog" role="dialog" aria-modal="true" aria-label="${escaped(title)}">
    <h4>${escaped(title)}</h4>${editable ? `<input aria-label="${escaped(placeholderText ?? title)}" placeholder="${escaped(placeholderText)}" value="${escaped(content)}">` : `<p>${escaped(content)}</p>`}
    <footer>${showCancel ? `<button data-no>${escaped(cancelText)}</button>` : ''}<button data-yes>${escaped(confirmText)}</button></footer></div>`
  const shown = layer('wx-shade', html)
  const input = shown.querySelector('input')
  ;(input ?? shown.querySelector<HTMLElement>('[data-yes]'))?.focus()
  return new Promise((done) => {
    const end = (confirm: boolean) => {
      shown.remove()
      done({ confirm, cancel: !confirm, content: input?.value ?? '' })
    }
    shown.querySelector<HTMLElement>('[data-yes]')!.onclick = () => end(true)
    const no = shown.querySelector<HTMLElement>('[data-no]')
    if (no) no.onclick = () => end(false)
    shown.onkeydown = ({ key }) => {
      if (key === 'Enter') end(true)
      if (key === 'Escape' && showCancel) end(false)
    }
  })
}

function showActionSheet({ itemList }: { itemList: string[] }): Promise<{ tapIndex: number }> {
  const rows = itemList.map((words, i) => `<button role="menuitem" data-i="${i}">${escaped(words)}</button>`)
  const shown = layer(
    'wx-shade wx-sheet',
    `<div role="menu">${rows.join('')}<button data-i="-1">取消</button></div>`,
  )
  return new Promise((done, fail) => {
    shown.onclick = ({ target }) => {
      const index = Number((target as HTMLElement).dataset.i ?? -1)
      shown.remove()
      if (index < 0) fail({ errMsg: 'showActionSheet:fail cancel' })
      else done({ tapIndex: index })
    }
  })
}

async function preview(urls: string[], current = urls[0] ?? ''): Promise<object> {
  const src = await localUrl(current)
  const shown = layer('wx-preview', `<img src="${escaped(src)}" alt="预览">`)
  let at = Math.max(0, urls.indexOf(current))
  shown.setAttribute('role', 'dialog')
  shown.setAttribute('aria-label', '图片预览')
  shown.onclick = async () => {
    at += 1
    const next = urls[at]
    if (next === undefined) shown.remove()
    else shown.querySelector('img')!.src = await localUrl(next)
  }
  return {}
}

export const ui = {
  showToast: (options: Toast) => reply('showToast', options, () => showToast(options, false)),
  hideToast: (options?: Callbacks<never>) => reply('hideToast', options, hideToast),
  showLoading: (options: Toast) =>
    reply('showLoading', options, () => showToast({ ...options, icon: 'loading' }, true)),
  hideLoading: (options?: Callbacks<never>) => reply('hideLoading', options, hideToast),
  showModal: (options: Modal) => reply('showModal', options, () => showModal(options)),
  showActionSheet: (options: Callbacks<never> & { itemList: string[] }) =>
    reply('showActionSheet', options, () => showActionSheet(options)),
  previewImage: (options: Callbacks<never> & { urls: string[]; current?: string }) =>
    reply('previewImage', options, () => preview(options.urls, options.current)),
  previewMedia: (options: Callbacks<never> & { sources: { url: string }[]; current?: number }) =>
    reply('previewMedia', options, () => {
      const urls = options.sources.map((one) => one.url)
      return preview(urls, urls[options.current ?? 0])
    }),
  hideKeyboard: (options?: Callbacks<never>) =>
    reply('hideKeyboard', options, () => {
      ;(document.activeElement as HTMLElement | null)?.blur()
      return {}
    }),
}
