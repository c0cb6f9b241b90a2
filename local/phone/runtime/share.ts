// Forwarding: the page says title and path (onShareAppMessage), the card lands in a group chat.
import { pathOf, top } from './pages'
import { settings } from './settings'
import { trouble } from './trouble'
import type { OpenPage } from './types'
import { ui } from '../wx/ui'

interface Card {
  title?: string
  path?: string
  promise?: Promise<Card>
}
/** From the capsule's menu, or by a button with open-type="share". */
interface Cause {
  from: 'menu' | 'button'
  target?: unknown
}

const PATIENCE = 3000
const hidden = new WeakSet<object>()
let shared: (group: string) => void = () => {}

/** Called with the group chat a card has landed in. */
export function onShared(heard: (group: string) => void): void {
  shared = heard
  document.addEventListener('wx-share', (event) => {
    const { id, dataset } = event.target as HTMLElement
    void share({ from: 'button', target: { id, dataset: { ...dataset } } })
  })
}

/** wx.showShareMenu and hideShareMenu, for the page on top. */
export function allowShare(allowed: boolean): void {
  const page = top()
  if (!page) return
  if (allowed) hidden.delete(page)
  else hidden.add(page)
}

/** WeChat's menu forwards only pages that say how. */
export const canShare = (page: OpenPage): boolean =>
  typeof page.instance.onShareAppMessage === 'function' && !hidden.has(page)

/** Forwards the page on top to the group chat of whoever holds this phone. */
export async function share(cause: Cause): Promise<void> {
  const page = top()
  if (!page) return
  try {
    const { title = document.title, path = pathOf(page) } = await cardOf(page, cause)
    const response = await fetch('/share', {
      method: 'POST',
      headers: { 'x-openid': settings.openid },
      body: JSON.stringify({ title, path }),
    })
    if (!response.ok) throw new Error(`转发没有成功: ${response.status}`)
    const { group } = (await response.json()) as { group: string }
    void ui.showToast({ title: `已发送到 ${group}`, icon: 'success' })
    shared(group)
  } catch (error) {
    trouble(error, 'share')
  }
}

// As WeChat does: when the page's promise takes longer than 3 s, the plain card is taken.
async function cardOf({ instance }: OpenPage, cause: Cause): Promise<Card> {
  const say = instance.onShareAppMessage as ((cause: Cause) => Card | undefined) | undefined
  const card = typeof say === 'function' ? (say.call(instance, cause) ?? {}) : {}
  if (!card.promise) return card
  const late = new Promise<Card>((done) => setTimeout(() => done({}), PATIENCE))
  return { ...card, ...(await Promise.race([card.promise, late])) }
}
