// The chats of everybody: cards in 服务通知, cards in group chats, and what of them was read on this machine.
import type { ChatCard, SharedCard } from '../../cards'
import type { Persona } from '../../options'
import { get } from './dom'

export interface Talk {
  cards(openid: string): readonly ChatCard[]
  shared(group: string): readonly SharedCard[]
  unread(openid: string): number
  read(openid: string): void
  unreadOf(openid: string, group: string): number
  readGroup(openid: string, group: string): void
  arrived(openid: string, card: ChatCard): void
  forwarded(group: string, card: SharedCard): void
  onTalk(heard: () => void): void
}

/** The group chat of a person's company. */
export const groupOf = ({ company, name }: Persona): string => company ?? name

/** Loads all chats once; later cards are told to it. */
export async function talkOf(): Promise<Talk> {
  const [cards, groups] = await Promise.all([
    get<Record<string, ChatCard[]>>('/chat'),
    get<Record<string, SharedCard[]>>('/groups'),
  ])
  const listeners = new Set<() => void>()
  const changed = () => listeners.forEach((heard) => heard())
  const delivered = (openid: string) => (cards[openid] ?? []).filter((card) => card.delivered).length
  const fromOthers = (openid: string, group: string) =>
    (groups[group] ?? []).filter((card) => card.from !== openid).length
  return {
    cards: (openid) => cards[openid] ?? [],
    shared: (group) => groups[group] ?? [],
    unread: (openid) => Math.max(0, delivered(openid) - seen(openid)),
    read: (openid) => {
      if (note(openid, delivered(openid))) changed()
    },
    unreadOf: (openid, group) => Math.max(0, fromOthers(openid, group) - seen(`${openid}:${group}`)),
    readGroup: (openid, group) => {
      if (note(`${openid}:${group}`, fromOthers(openid, group))) changed()
    },
    arrived: (openid, card) => {
      ;(cards[openid] ??= []).push(card)
      changed()
    },
    forwarded: (group, card) => {
      ;(groups[group] ??= []).push(card)
      changed()
    },
    onTalk: (heard) => void listeners.add(heard),
  }
}

const seen = (name: string): number => Number(localStorage.getItem(`shell:seen:${name}`) ?? '0')

/** Whether anything was new. */
function note(name: string, count: number): boolean {
  if (seen(name) === count) return false
  localStorage.setItem(`shell:seen:${name}`, String(count))
  return true
}
