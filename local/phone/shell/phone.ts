// A single phone that fills the window: for tests and for a real phone's browser.
import type { FromShell } from '../protocol'
import { get } from './dom'
import { forgetAll } from './forget'
import { frame } from './frame'

const query = new URLSearchParams(location.search)
// 关怀模式 and a network to begin with: /shell/phone.html?openid=…&font=1.3&network=offline
const passedOn = ['font', 'network']
  .map((name) => (query.has(name) ? `&${name}=${query.get(name)!}` : ''))
  .join('')

async function start(): Promise<void> {
  const { offset } = await get<{ offset: number }>('/clock')
  const openid = query.get('openid') ?? ''
  const one = frame({ openid, path: query.get('path') ?? '', offset, more: passedOn })
  document.querySelector('#phone')!.append(one.element)
  const events = new EventSource('/events')
  events.addEventListener('clock', ({ data }: MessageEvent<string>) =>
    one.tell({ type: 'clock', offset: (JSON.parse(data) as { offset: number }).offset }),
  )
  events.addEventListener('reload', ({ data }: MessageEvent<string>) => {
    if ((JSON.parse(data) as { path: string }).path !== 'reset') return one.reload()
    one.close()
    void forgetAll().then(() => location.reload())
  })
  Object.assign(window, {
    network: (mode: Extract<FromShell, { type: 'network' }>['mode']) => one.tell({ type: 'network', mode }),
  })
}

void start()
