// wx.requestSubscribeMessage: WeChat's own question, with its own memory of what was accepted.
import { settings } from '../runtime/settings'
import type { Callbacks } from '../runtime/types'
import { escaped, layer, reply } from './reply'

interface Ask extends Callbacks<never> {
  tmplIds: string[]
}
type Templates = Record<string, { title: string }>
type Choice = Record<string, 'accept' | 'reject'>

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
  const kept = keptChoice(tmplIds)
  const results = kept ?? (await choice(tmplIds, names))
  await fetch('/consents', { method: 'POST', body: JSON.stringify({ openid: settings.openid, results }) })
  return results
}

async function choice(tmplIds: string[], names: Templates): Promise<Choice> {
  const rows = tmplIds.map(
    (id) =>
      `<label>${escaped(names[id]!.title)}<input type="checkbox" value="${escaped(id)}" checked></label>`,
  )
  const shown = layer(
    'wx-shade wx-sheet wx-consent',
    `<div role="dialog" aria-label="订阅消息"><h4>申请向你发送以下消息</h4><p>一次允许,发送一条</p>${rows.join('')}<label class="wx-always"><input type="checkbox" data-always>总是保持以上选择,不再询问</label><footer><button data-no>拒绝</button><button data-yes>允许</button></footer></div>`,
  )
  return new Promise((done) => {
    const end = (allowed: boolean) => {
      const boxes = [...shown.querySelectorAll<HTMLInputElement>('input[value]:not([data-always])')]
      const always = shown.querySelector<HTMLInputElement>('[data-always]')!.checked
      shown.remove()
      const made = Object.fromEntries(
        boxes.map((box) => [box.value, allowed && box.checked ? ('accept' as const) : ('reject' as const)]),
      )
      if (always) keep(made)
      done(made)
    }
    shown.querySelector<HTMLElement>('[data-yes]')!.onclick = () => end(true)
    shown.querySelector<HTMLElement>('[data-no]')!.onclick = () => end(false)
  })
}

// 总是保持以上选择: WeChat asks no more, and answers by itself at each later tap.
const KEPT = `wx-always:${settings.openid}`
const keptAll = (): Choice => JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Choice
const keep = (made: Choice): void => localStorage.setItem(KEPT, JSON.stringify({ ...keptAll(), ...made }))

function keptChoice(tmplIds: string[]): Choice | null {
  const all = keptAll()
  return tmplIds.every((id) => id in all) ? Object.fromEntries(tmplIds.map((id) => [id, all[id]!])) : null
}

export const subscribe = {
  requestSubscribeMessage: (options: Ask) => reply('requestSubscribeMessage', options, () => ask(options)),
}
