// A phone as one holds it: status bar, the mini-program of whoever holds it, and its network. Each person's
// mini-program stays open behind, with its page stack, when the phone is handed on.
import type { FromShell } from '../protocol'
import { timeWords, type DemoClock } from './clock'
import { button, fill, make } from './dom'
import { frame, type Counters, type Frame } from './frame'
import { switcher } from './personas'
import type { Side, Stage } from './state'
import type { Talk } from './talk'

type Network = Extract<FromShell, { type: 'network' }>['mode']
const networks: readonly (readonly [Network, string, string])[] = [
  ['online', '在线', '网络正常'],
  ['weak', '弱网', '每次 3 秒,约三成丢失'],
  ['offline', '离线', '没有网络'],
]
const SAFE = 22

export interface Device {
  element: HTMLElement
  /** Opens a page on the phone of the person who holds it. */
  open(path: string): void
  tell(message: FromShell): void
  reload(): void
  close(): void
  frame(): Frame | undefined
}

export interface Around {
  stage: Stage
  talk: Talk
  clock: DemoClock
  seed: number
  counting: boolean
}

/** The phone of one side. */
export function device(around: Around, side: Side): Device {
  const { stage, clock, seed } = around
  const frames = new Map<string, Frame>()
  const modes = new Map<string, Network>()
  const screen = make('div', { className: 'screen' })
  const status = statusBar(clock)
  const shown = (): Frame | undefined => frames.get(stage.state[side])
  const network = networkChoice(
    () => modes.get(stage.state[side]) ?? 'online',
    (mode) => {
      modes.set(stage.state[side], mode)
      shown()?.tell({ type: 'network', mode })
      draw()
    },
  )
  const add = (openid: string, path: string): Frame => {
    const made = frame(
      { openid, path, offset: clock.offset, safe: SAFE, seed },
      {
        onTouch: () => stage.state.focus !== side && stage.change({ focus: side, chat: null }),
        onLeave: () => stage.change({ focus: side, tab: 'chat', chat: null }),
        onShared: (group) => stage.change({ focus: side, chat: group }),
        ...(around.counting ? { onCounters: status.count } : {}),
      },
    )
    frames.set(openid, made)
    screen.append(made.element)
    return made
  }
  let current = ''
  const show = (path = ''): void => {
    const openid = stage.state[side]
    const known = frames.get(openid)
    const one = known ?? add(openid, path)
    if (openid !== current) {
      frames.get(current)?.tell({ type: 'visible', visible: false })
      if (known) one.tell({ type: 'visible', visible: true })
    }
    if (known && path) one.open(path)
    current = openid
    for (const each of frames.values()) each.element.classList.toggle('away', each !== one)
    draw()
  }
  const draw = (): void => {
    status.draw(modes.get(stage.state[side]) ?? 'online')
    network.draw()
    const two = stage.state.two && stage.state.focus === side
    element.classList.toggle('two', two)
    shown()?.tell({ type: 'panes', two })
  }
  const hand = (openid: string) => stage.change({ [side]: openid, focus: side, chat: null })
  const element = make(
    'section',
    { className: `device device-${side}`, ariaLabel: side === 'a' ? '客户手机' : '员工手机' },
    make('div', { className: 'above' }, switcher(stage, around.talk, side, hand), network.element),
    make('div', { className: 'body' }, status.element, screen, make('i', { className: 'home-bar' })),
  )
  stage.onChange(() => show())
  show()
  return {
    element,
    open: (path) => show(path),
    tell: (message) => frames.forEach((one) => one.tell(message)),
    reload: () => frames.forEach((one) => one.reload()),
    close: () => frames.forEach((one) => one.close()),
    frame: shown,
  }
}

function statusBar(clock: DemoClock) {
  const time = make('time')
  const counts = make('span', { className: 'counts' })
  const signal = make('span', { className: 'signal', ariaHidden: 'true' })
  const element = make('div', { className: 'status' }, time, counts, signal)
  const tell = () => (time.textContent = timeWords(clock.now()))
  clock.onTick(tell)
  tell()
  return {
    element,
    draw: (mode: Network) => {
      element.dataset.network = mode
      fill(signal, make('i', { className: 'bars' }), make('i', { className: 'battery' }))
    },
    count: ({ nodes, setData, largest }: Counters) =>
      (counts.textContent = `节点 ${nodes} · setData ${setData} · 最大 ${(largest / 1024).toFixed(1)} KB`),
  }
}

function networkChoice(current: () => Network, choose: (mode: Network) => void) {
  const buttons = networks.map(([mode, words, title]) =>
    button(words, () => choose(mode), { title, role: 'radio' }),
  )
  const element = make('div', { className: 'network', role: 'radiogroup', ariaLabel: '网络' }, ...buttons)
  const draw = () => buttons.forEach((one, i) => (one.ariaChecked = String(networks[i]![0] === current())))
  return { element, draw }
}
