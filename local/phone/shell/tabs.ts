// In a narrow window: one phone at a time, and tabs to what else there is.
import { badge } from './avatar'
import { button, make } from './dom'
import type { Stage, Tab } from './state'
import { groupOf, type Talk } from './talk'

const tabs: readonly (readonly [Tab, string])[] = [
  ['a', '客户'],
  ['b', '员工'],
  ['chat', '聊天'],
  ['play', '剧本'],
]

/** The tabs; choosing a phone puts it in focus. */
export function tabsBar(stage: Stage, talk: Talk): HTMLElement {
  const buttons = tabs.map(([tab, words]) =>
    button(
      words,
      () => stage.change({ tab, ...(tab === 'a' || tab === 'b' ? { focus: tab, chat: null } : {}) }),
      {
        role: 'tab',
      },
    ),
  )
  const draw = () =>
    tabs.forEach(([tab, words], i) => {
      const one = buttons[i]!
      one.ariaSelected = String(stage.state.tab === tab)
      one.replaceChildren(words, ...[badge(unreadAt(stage, talk, tab))].filter((mark) => mark !== null))
    })
  stage.onChange(draw)
  talk.onTalk(draw)
  draw()
  return make('nav', { className: 'tabs', role: 'tablist', ariaLabel: '看什么' }, ...buttons)
}

function unreadAt({ state, person }: Stage, talk: Talk, tab: Tab): number {
  if (tab === 'play') return 0
  const openid = tab === 'chat' ? state[state.focus] : state[tab]
  const group = tab === 'chat' ? talk.unreadOf(openid, groupOf(person(openid))) : 0
  return talk.unread(openid) + group
}
