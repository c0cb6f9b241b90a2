// The preview page: two phones, the chats of whoever is in focus, the clock, the script, faults. It only wires.
import type { ChatCard, SharedCard } from '../../cards'
import { readAddress, writeAddress } from './address'
import { chatPane } from './chat'
import { demoClock } from './clock'
import { clockPanel } from './clock-panel'
import { device } from './device'
import { get, make } from './dom'
import { faultsPanel } from './faults'
import { forgetAll } from './forget'
import { scenesPanel } from './scenes'
import { stageOf, type Config, type Side } from './state'
import { tabsBar } from './tabs'
import { talkOf } from './talk'
import { toolsPanel } from './tools'
import { paintSmall } from './touch'

const query = new URLSearchParams(location.search)

async function start(): Promise<void> {
  const asked = readAddress()
  const [config, clock, talk] = await Promise.all([get<Config>('/shell/config.json'), demoClock(), talkOf()])
  document.title = config.title
  const stage = stageOf(config, asked)
  const around = { stage, talk, clock, seed: asked.seed, counting: query.has('nodes') }
  const devices = { a: device(around, 'a'), b: device(around, 'b') }
  const open = (openid: string, path: string): void => {
    const side: Side = stage.state.a === openid ? 'a' : stage.state.b === openid ? 'b' : stage.sideOf(openid)
    stage.change({ [side]: openid, focus: side, tab: side })
    devices[side].open(path)
  }
  const play = make(
    'aside',
    { className: 'play', ariaLabel: '演示' },
    clockPanel(stage, clock, asked.t),
    scenesPanel(stage, open),
    faultsPanel(stage),
    toolsPanel(stage, [devices.a.element, devices.b.element]),
  )
  const chat = chatPane(stage, talk, clock, (path) => open(stage.state[stage.state.focus], path))
  document
    .querySelector('#stage')!
    .replaceChildren(tabsBar(stage, talk), chat, devices.a.element, devices.b.element, play)
  const draw = () => {
    document.body.dataset.tab = stage.state.tab
    document.body.dataset.two = stage.state.two ? stage.state.focus : ''
    writeAddress(stage, asked.seed, clock.now())
  }
  stage.onChange(draw)
  clock.onTick(() => new Date().getSeconds() === 0 && draw())
  draw()
  const least = Number(query.get('touch'))
  if (least > 0)
    setInterval(
      () => (['a', 'b'] as Side[]).forEach((side) => paintSmall(devices[side].frame()!.inner, least)),
      500,
    )
  listen({
    chat: ({ openid, card }: { openid: string; card: ChatCard }) => talk.arrived(openid, card),
    share: ({ group, card }: { group: string; card: SharedCard }) => talk.forwarded(group, card),
    clock: ({ offset }: { offset: number }) => {
      clock.moved(offset)
      draw()
      for (const side of ['a', 'b'] as Side[]) {
        devices[side].tell({ type: 'clock', offset })
        // As if both had put their phones down and taken them up again later.
        for (const visible of [false, true]) devices[side].frame()!.tell({ type: 'visible', visible })
      }
    },
    reload: ({ path }: { path: string }) => {
      if (path !== 'reset') return (['a', 'b'] as Side[]).forEach((side) => devices[side].reload())
      devices.a.close()
      devices.b.close()
      writeAddress(stage, asked.seed)
      void forgetAll().then(() => location.reload())
    },
  })
}

function listen(heard: Record<string, (data: never) => void>): void {
  const events = new EventSource('/events')
  for (const [name, hear] of Object.entries(heard))
    events.addEventListener(name, ({ data }: MessageEvent<string>) => hear(JSON.parse(data) as never))
}

start().catch((error: unknown) => {
  const words = `没有打开:${error instanceof Error ? error.message : String(error)}`
  document
    .querySelector('#stage')!
    .replaceChildren(make('p', { className: 'empty', role: 'alert', textContent: words }))
})
