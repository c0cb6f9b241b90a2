// 订阅额度: how many messages each person may still be sent, by template, as WeChat counts them.
import { dialog } from './dialog'
import { get, make } from './dom'
import type { Stage } from './state'

/** Opens the ledger. */
export async function showLedger({ config }: Stage): Promise<void> {
  const credits = await get<Record<string, Record<string, number>>>('/consents')
  const ids = Object.keys(config.templates)
  const head = make(
    'tr',
    {},
    make('th', { textContent: '人' }),
    ...ids.map((id) => make('th', { scope: 'col', textContent: config.templates[id]!.title })),
  )
  const rows = config.personas.map(({ openid, name }) =>
    make(
      'tr',
      {},
      make('th', { scope: 'row', textContent: name }),
      ...ids.map((id) => cell(credits[openid]?.[id])),
    ),
  )
  const table = make('table', { className: 'ledger' }, make('thead', {}, head), make('tbody', {}, ...rows))
  const words = '一次「允许」是一条消息的额度;· 是没有问过。额度用完后,消息送不出去(43101)。'
  dialog('订阅额度', make('p', { textContent: words }), make('div', { className: 'scroll' }, table))
}

const cell = (left: number | undefined): HTMLElement =>
  make('td', { textContent: left === undefined ? '·' : String(left), className: left ? 'has' : '' })
