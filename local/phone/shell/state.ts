// What the preview page is told of the product, and who is on which phone now.
import type { MessageTemplate, Persona, Scene } from '../../options'

export interface Config {
  title: string
  appName: string
  personas: Persona[]
  templates: Record<string, MessageTemplate>
  undelivered: string
  scenes: Scene[]
  faults: { kind: string; label: string }[]
  can: { nextStop: boolean; nextWorkday: boolean }
}

export type Side = 'a' | 'b'
/** What a narrow window shows; a wide one shows all of it. */
export type Tab = Side | 'chat' | 'play'

export interface State {
  a: string
  b: string
  /** Whose chats are listed, whose calls fail. */
  focus: Side
  tab: Tab
  /** The open chat: a group's name, '' for 服务通知, null for the list. */
  chat: string | null
  scene: number | null
  /** PC 双栏: the phone in focus shows two pages. */
  two: boolean
}

export interface Stage {
  readonly config: Config
  readonly state: Readonly<State>
  change(part: Partial<State>): void
  /** Heard after each change. */
  onChange(heard: () => void): void
  person(openid: string): Persona
  /** Whom a phone may be given to. */
  listed(side: Side): Persona[]
  sideOf(openid: string): Side
}

/** Holds the state; `asked` is what the address wants. Throws when there are not two people to play. */
export function stageOf(config: Config, asked: Partial<Pick<State, Side>>): Stage {
  const listeners = new Set<() => void>()
  const lists = sides(config.personas)
  const a = pick(lists.a, asked.a, '')
  const b = pick(lists.b, asked.b, a)
  if (!a || !b) throw new Error('两台手机至少要两个人:LocalOptions.personas')
  let state: State = { a, b, focus: 'a', tab: 'a', chat: null, scene: null, two: false }
  return {
    config,
    get state() {
      return state
    },
    change: (part) => {
      const next = { ...state, ...part }
      if (next.a === next.b) return
      state = next
      for (const heard of listeners) heard()
    },
    onChange: (heard) => void listeners.add(heard),
    person: (openid) => config.personas.find((one) => one.openid === openid)!,
    listed: (side) => lists[side],
    sideOf: (openid) => (lists.a.some((one) => one.openid === openid) && openid !== state.b ? 'a' : 'b'),
  }
}

// Customers have one phone, staff the other; a product with one kind of people has them on both.
function sides(personas: Persona[]): Record<Side, Persona[]> {
  const a = personas.filter((one) => one.side === 'customer')
  const b = personas.filter((one) => one.side === 'staff')
  return { a: a.length > 0 ? a : personas, b: b.length > 0 ? b : personas }
}

const pick = (list: Persona[], wanted: string | undefined, taken: string): string =>
  (list.find((one) => one.openid === wanted && wanted !== taken) ?? list.find((one) => one.openid !== taken))
    ?.openid ?? ''
