// The demo's time and the buttons that move it; timers that fell due run, the phones follow.
import { dateWords, fromInput, inputValue, type DemoClock } from './clock'
import { button, fill, get, make } from './dom'
import type { Stage } from './state'
import { MINUTE } from '../../units'

/** The clock; `asked` is the time of the link this page was opened by. */
export function clockPanel({ config }: Stage, clock: DemoClock, asked?: number): HTMLElement {
  const time = make('time', { className: 'demo-time' })
  const said = make('p', { className: 'said-line', role: 'status' })
  const draw = () => (time.textContent = dateWords(clock.now()))
  clock.onTick(draw)
  draw()
  const to = (at: number | null, nothing = ''): void => {
    said.textContent = at === null ? nothing : ''
    if (at !== null) void clock.set(at)
  }
  const ask = async (path: string, nothing: string): Promise<void> => {
    const { at } = await get<{ at: number | null }>(path)
    to(at, nothing)
  }
  const chosen = make('input', { type: 'datetime-local', ariaLabel: '自选时间' })
  const own = make(
    'form',
    { className: 'own', hidden: true },
    chosen,
    make('button', { textContent: '到这个时间' }),
  )
  own.onsubmit = (event) => {
    event.preventDefault()
    own.hidden = true
    to(fromInput(chosen.value))
  }
  const choose = (): void => {
    own.hidden = !own.hidden
    chosen.value = inputValue(clock.now())
    chosen.focus()
  }
  return make(
    'section',
    { className: 'clock', ariaLabel: '演示时间' },
    make('p', { className: 'label', textContent: '演示时间' }),
    time,
    make(
      'div',
      { className: 'chips' },
      button('+30 分', () => to(clock.now() + 30 * MINUTE)),
      button('+1 小时', () => to(clock.now() + 60 * MINUTE)),
      config.can.nextStop && button('到下个截止', () => void ask('/next-stop', '后面没有截止了')),
      config.can.nextWorkday && button('+1 工作日', () => void ask('/next-workday', '')),
      button('自选', choose),
    ),
    own,
    said,
    offer(clock, asked),
  )
}

// A link remembers its time. It is offered, never taken: the data on this machine may be further on.
function offer(clock: DemoClock, asked?: number): HTMLElement | null {
  if (asked === undefined || Math.abs(asked - clock.now()) < 60 * MINUTE) return null
  const made = make('div', { className: 'offer' })
  const close = () => made.remove()
  const go = () => {
    void clock.set(asked)
    close()
  }
  fill(
    made,
    make('p', { textContent: `这个链接是在 ${dateWords(asked)} 做的。只改时间,不改数据。` }),
    button('到那个时间', go),
    button('不用', close),
  )
  return made
}
