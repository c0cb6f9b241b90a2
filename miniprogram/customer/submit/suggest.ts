// What was answered before, asked for a moment after the last key; the newest question's answer counts.
import type { KnowledgeCard } from '../../../typings/contract'
import { call } from '../../services/call'
import { isOnline } from '../../services/network'
import type { PageLike } from '../../services/page'

const DELAY = 500
/** Two Chinese characters make the first pair that can be found. */
const LEAST = 2
const waiting = new WeakMap<object, { said: string; timer: ReturnType<typeof setTimeout> | null }>()

type Suggesting = PageLike & { data: { offers: KnowledgeCard[] } }

/** Sets `offers` on the page soon; a phone without a network simply offers nothing new. */
export function suggestSoon(page: Suggesting, said: string, model: string): void {
  const asked = `${model} ${said.trim()}`
  const before = waiting.get(page)
  if (before?.said === asked) return
  if (before?.timer) clearTimeout(before.timer)
  const short = said.trim().length < LEAST
  if (short && page.data.offers.length > 0) page.setData({ offers: [] })
  const timer = short ? null : setTimeout(() => void suggest(page, asked, said.trim(), model), DELAY)
  waiting.set(page, { said: asked, timer })
}

/** The page is gone. */
export function forgetSuggesting(page: object): void {
  const { timer = null } = waiting.get(page) ?? {}
  if (timer) clearTimeout(timer)
  waiting.delete(page)
}

async function suggest(page: Suggesting, asked: string, text: string, model: string): Promise<void> {
  if (!isOnline()) return
  try {
    const { items } = await call('knowledge.suggest', { text, model })
    if (waiting.get(page)?.said === asked) page.setData({ offers: items })
  } catch {
    // an offer is no reason to hold anybody up
  }
}
