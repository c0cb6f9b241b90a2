// wx.requestSubscribeMessage: WeChat's own question, with its own memory of what was accepted.
import { settings } from '../runtime/settings'
import type { Callbacks } from '../runtime/types'
import { escaped, layer, reply } from './reply'

interface Ask extends Callbacks<never> {
  tmplIds: string[]
}
type Templates = Record<string, { title: string }>

let templates: Promise<Templates> | null = null
const known = (): Promise<Templates> =>
  (templates ??= fetch('/shell/config.json')
    .then((response) => response.json())
    .then((config: { templates: Templates }) => config.templates))

async function ask({ tmplIds }: Ask): Promise<object> {
  if (settings.network === 'offline')
    throw { errMsg: 'requestSubscribeMessage:fail network error', errCode: 10002 }
  const names = await known()
  const missing = tmplIds.find((id) => !names[id])
  if (missing) throw { errMsg: `requestSubscribeMessage:fail no template ${missing}`, errCode: 20001 }
  const rows = tmplIds.map(
    (id) =>
      `<label>${escaped(names[id]!.title)}<input type="checkbox" value="${escaped(id)}" checked></label>`,
  )
  const shown = layer(
    'wx-shade wx-sheet wx-consent',
    `<div role="dialog" aria-label="订阅消息"><h4>申请向你发送以下消息</h4><p>一次允许,发送一条</p>${rows.join('')}<footer><button data-no>拒绝</button><button data-yes>允许</button></footer></div>`,
  )
  const results = await new Promise<Record<string, string>>((done) => {
    const end = (allowed: boolean) => {
      const boxes = [...shown.querySelectorAll('input')]
      shown.remove()
      done(Object.fromEntries(boxes.map((box) => [box.value, allowed && box.checked ? 'accept' : 'reject'])))
    }
    shown.querySelector<HTMLElement>('[data-yes]')!.onclick = () => end(true)
    shown.querySelector<HTMLElement>('[data-no]')!.onclick = () => end(false)
  })
  await fetch('/consents', { method: 'POST', body: JSON.stringify({ openid: settings.openid, results }) })
  return results
}

export const subscribe = {
  requestSubscribeMessage: (options: Ask) => reply('requestSubscribeMessage', options, () => ask(options)),
}
