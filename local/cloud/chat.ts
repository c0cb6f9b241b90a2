// What WeChat itself keeps: the cards in a person's 服务通知, and the credits each accepted tap gave.
import type { ChatCard } from '../cards'
import { Kept, Lines } from './kept'

export class Chat {
  private readonly lines: Lines<{ openid: string; card: ChatCard }>
  private readonly cards: Record<string, ChatCard[]> = {}
  private readonly listeners: ((openid: string, card: ChatCard) => void)[] = []
  constructor(file: string) {
    this.lines = new Lines(file)
    for (const { openid, card } of this.lines.read()) this.put(openid, card)
  }
  private put(openid: string, card: ChatCard): void {
    ;(this.cards[openid] ??= []).push(card)
  }
  add(openid: string, card: ChatCard): void {
    this.put(openid, card)
    this.lines.add({ openid, card })
    for (const heard of this.listeners) heard(openid, card)
  }
  /** Oldest first. */
  of(openid: string): ChatCard[] {
    return this.cards[openid] ?? []
  }
  /** Person → cards. */
  all(): Record<string, ChatCard[]> {
    return this.cards
  }
  onCard(heard: (openid: string, card: ChatCard) => void): void {
    this.listeners.push(heard)
  }
}

export class Consents {
  private readonly kept: Kept<Record<string, Record<string, number>>>
  constructor(file: string) {
    this.kept = new Kept(file, {})
  }
  /** Template id → credits. */
  of(openid: string): Record<string, number> {
    return this.kept.value[openid] ?? {}
  }
  /** Person → template id → credits. */
  all(): Record<string, Record<string, number>> {
    return this.kept.value
  }
  /** One accepted tap is one message. */
  answer(openid: string, results: Record<string, string>): void {
    const mine = (this.kept.value[openid] ??= {})
    for (const [id, answer] of Object.entries(results))
      if (answer === 'accept') mine[id] = (mine[id] ?? 0) + 1
    this.kept.keep()
  }
  /** Takes one credit; false when there is none. */
  take(openid: string, templateId: string): boolean {
    const left = this.of(openid)[templateId] ?? 0
    if (left < 1) return false
    this.kept.value[openid]![templateId] = left - 1
    this.kept.keep()
    return true
  }
}
