// The chats of whoever is in focus, as WeChat lists them: 服务通知, the mini-program, the group of the company.
import type { ChatCard, SharedCard } from '../../cards'
import type { Persona } from '../../options'
import { avatar, badge } from './avatar'
import { shortWords, type DemoClock } from './clock'
import { button, fill, make } from './dom'
import type { Stage } from './state'
import { groupOf, type Talk } from './talk'

const NOTICES = ''

/** The chat pane; `open` opens a page on the phone of the person in focus. */
export function chatPane(
  stage: Stage,
  talk: Talk,
  clock: DemoClock,
  open: (path: string) => void,
): HTMLElement {
  const element = make('aside', { className: 'chat', ariaLabel: '聊天' })
  const draw = () => {
    const one = stage.person(stage.state[stage.state.focus])
    const { chat } = stage.state
    if (chat === NOTICES) talk.read(one.openid)
    else if (chat !== null) talk.readGroup(one.openid, chat)
    if (chat === null) fill(element, heading(one), list(stage, talk, clock, one, open))
    else fill(element, chatHead(stage, chat), room(stage, talk, clock, one, chat, open))
    const scrolled = element.querySelector('.room')
    if (scrolled) scrolled.scrollTop = scrolled.scrollHeight
  }
  stage.onChange(draw)
  talk.onTalk(draw)
  draw()
  return element
}

const heading = (one: Persona): HTMLElement =>
  make(
    'header',
    { className: 'chat-head' },
    make('h2', { textContent: '微信' }),
    make('small', { textContent: `${one.name} 的聊天` }),
  )

function chatHead(stage: Stage, chat: string): HTMLElement {
  const back = button('', () => stage.change({ chat: null }), {
    className: 'nav-back',
    ariaLabel: '回到聊天列表',
  })
  return make(
    'header',
    { className: 'chat-head is-room' },
    back,
    make('h2', { textContent: chat === NOTICES ? '服务通知' : chat }),
  )
}

function list(
  stage: Stage,
  talk: Talk,
  clock: DemoClock,
  one: Persona,
  open: (path: string) => void,
): HTMLElement {
  const group = groupOf(one)
  const card = talk.cards(one.openid).at(-1)
  const shared = talk.shared(group).at(-1)
  const when = (at: number | undefined) => (at === undefined ? '' : shortWords(at, clock.now()))
  return make(
    'nav',
    { className: 'rows' },
    row(
      mark('notice', '通'),
      '服务通知',
      card ? card.title : '还没有消息',
      when(card?.at),
      talk.unread(one.openid),
      () => stage.change({ chat: NOTICES }),
    ),
    row(mark('app', stage.config.appName.slice(0, 1)), stage.config.appName, '小程序', '', 0, () => open('')),
    row(
      mark('group', '群'),
      group,
      shared ? `${stage.person(shared.from).name}:[小程序] ${shared.title}` : '转发的卡片会到这里',
      when(shared?.at),
      talk.unreadOf(one.openid, group),
      () => stage.change({ chat: group }),
    ),
  )
}

const mark = (kind: string, letter: string): HTMLElement =>
  make('span', { className: `avatar mark-${kind}`, textContent: letter, ariaHidden: 'true' })

function row(
  picture: HTMLElement,
  name: string,
  words: string,
  time: string,
  unread: number,
  onclick: () => void,
): HTMLElement {
  const texts = make(
    'span',
    { className: 'who' },
    make('b', { textContent: name }),
    make('small', { textContent: words }),
  )
  return make(
    'button',
    { type: 'button', className: 'row', onclick },
    picture,
    texts,
    make('time', { textContent: time }),
    badge(unread),
  )
}

function room(
  stage: Stage,
  talk: Talk,
  clock: DemoClock,
  one: Persona,
  chat: string,
  open: (path: string) => void,
): HTMLElement {
  const cards =
    chat === NOTICES
      ? talk.cards(one.openid).map((card) => notice(stage, card, clock, open))
      : talk.shared(chat).map((card) => forwarded(stage, card, one, clock, open))
  const empty =
    chat === NOTICES ? '还没有服务通知。允许一次,送达一条。' : '还没有转发的卡片。点手机右上角 ··· 转发。'
  return make(
    'div',
    { className: 'room', role: 'log' },
    ...(cards.length > 0 ? cards.flat() : [make('p', { className: 'empty', textContent: empty })]),
  )
}

const timeLine = (at: number, clock: DemoClock): HTMLElement =>
  make('time', { className: 'when', textContent: shortWords(at, clock.now()) })

function notice(stage: Stage, card: ChatCard, clock: DemoClock, open: (path: string) => void): HTMLElement[] {
  const rows = card.fields.flatMap(({ label, value }) => [
    make('dt', { textContent: label }),
    make('dd', { textContent: value }),
  ])
  const { undelivered, appName } = stage.config
  const foot = card.delivered
    ? button('进入小程序查看', () => open(card.page), { className: 'card-foot' })
    : make('p', {
        className: 'card-lost',
        textContent: `未送达:没有订阅额度(${card.reason ?? ''})${undelivered ? `→ ${undelivered}` : ''}`,
      })
  return [
    timeLine(card.at, clock),
    make(
      'article',
      { className: card.delivered ? 'card' : 'card is-lost', ariaLabel: card.title },
      make('p', { className: 'card-app' }, mark('app', appName.slice(0, 1)), appName),
      make('h3', { textContent: card.title }),
      make('dl', {}, ...rows),
      foot,
    ),
  ]
}

function forwarded(
  stage: Stage,
  card: SharedCard,
  me: Persona,
  clock: DemoClock,
  open: (path: string) => void,
): HTMLElement[] {
  const from = stage.person(card.from)
  const { appName } = stage.config
  const bubble = make(
    'button',
    { type: 'button', className: 'card is-shared', onclick: () => open(card.path) },
    make('span', { className: 'card-app' }, mark('app', appName.slice(0, 1)), appName),
    make('b', { textContent: card.title }),
    make('small', { textContent: '小程序' }),
  )
  return [
    timeLine(card.at, clock),
    make(
      'div',
      { className: from.openid === me.openid ? 'said is-mine' : 'said' },
      avatar(from),
      make('div', {}, make('small', { textContent: from.name }), bubble),
    ),
  ]
}
