// A single phone that fills the window: for tests and for a real phone's browser.
import { frame } from './frame'

const query = new URLSearchParams(location.search)
// 关怀模式 and a network to begin with: /shell/phone.html?openid=…&font=1.3&network=offline
const passedOn = ['font', 'network']
  .map((name) => (query.has(name) ? `&${name}=${query.get(name)!}` : ''))
  .join('')

async function start(): Promise<void> {
  const { offset } = (await (await fetch('/clock')).json()) as { offset: number }
  const one = frame(query.get('openid') ?? '', query.get('path') ?? '', offset, {}, passedOn)
  document.querySelector('#phone')!.append(one.element)
  const events = new EventSource('/events')
  events.addEventListener('clock', (event) =>
    one.tell({
      type: 'clock',
      offset: (JSON.parse((event as MessageEvent<string>).data) as { offset: number }).offset,
    }),
  )
  events.addEventListener('reload', () => one.reload())
  Object.assign(window, {
    network: (mode: 'online' | 'weak' | 'offline') => one.tell({ type: 'network', mode }),
  })
}

void start()
