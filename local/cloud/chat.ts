// What WeChat itself keeps: the cards in a person's 服务通知, and the credits each accepted tap gave.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

export interface ChatCard {
  id: string
  at: number
  templateId: string
  title: string
  fields: { label: string; value: string }[]
  page: string
  delivered: boolean
  reason?: string
}

/** A JSON file that is written whole at each change. */
class Kept<T> {
  value: T
  constructor(
    private readonly file: string,
    start: T,
  ) {
    this.value = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : start
  }
  keep(): void {
    writeFileSync(this.file, JSON.stringify(this.value))
  }
}

export class Chat {
  private readonly kept: Kept<Record<string, ChatCard[]>>
  private readonly listeners: ((openid: string, card: ChatCard) => void)[] = []
  constructor(file: string) {
    this.kept = new Kept(file, {})
  }
  add(openid: string, card: ChatCard): void {
    ;(this.kept.value[openid] ??= []).push(card)
    this.kept.keep()
    for (const heard of this.listeners) heard(openid, card)
  }
  /** Oldest first. */
  of(openid: string): ChatCard[] {
    return this.kept.value[openid] ?? []
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
