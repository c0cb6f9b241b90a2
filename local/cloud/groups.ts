// The group chats that mini-program cards are forwarded to: a company's people have one.
import type { SharedCard } from '../cards'
import { Kept } from './kept'

export class Groups {
  private readonly kept: Kept<Record<string, SharedCard[]>>
  constructor(file: string) {
    this.kept = new Kept(file, {})
  }
  add(group: string, card: SharedCard): void {
    ;(this.kept.value[group] ??= []).push(card)
    this.kept.keep()
  }
  /** Group → its cards, oldest first. */
  all(): Record<string, SharedCard[]> {
    return this.kept.value
  }
}
