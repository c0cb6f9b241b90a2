// Above a phone: who holds it, and the list to hand it to somebody else.
import type { Persona } from '../../options'
import { avatar, badge } from './avatar'
import { fill, make } from './dom'
import type { Side, Stage } from './state'
import type { Talk } from './talk'

const names: Readonly<Record<Side, string>> = { a: '客户', b: '员工' }

/** The switcher of one phone; `hand` is told whom it goes to. */
export function switcher(stage: Stage, talk: Talk, side: Side, hand: (openid: string) => void): HTMLElement {
  const opener = make('button', { type: 'button', className: 'person', ariaHasPopup: 'listbox' })
  const list = make('div', {
    className: 'people',
    role: 'listbox',
    ariaLabel: `${names[side]}:换一个人`,
    hidden: true,
  })
  const element = make('div', { className: 'switcher' }, opener, list)
  const open = (shown: boolean): void => {
    list.hidden = !shown
    opener.ariaExpanded = String(shown)
    if (shown) {
      drawList()
      list.querySelector<HTMLElement>('[aria-selected=true]')?.focus()
    } else if (list.contains(document.activeElement) || document.activeElement === document.body)
      opener.focus()
  }
  const drawList = () =>
    fill(
      list,
      ...byCompany(stage.listed(side)).flatMap(([company, people]) => [
        make('h3', { textContent: company }),
        ...people.map((one) =>
          option(one, one.openid === stage.state[side], one.openid === stage.state[other(side)], talk, () => {
            open(false)
            hand(one.openid)
          }),
        ),
      ]),
    )
  const draw = () => {
    const one = stage.person(stage.state[side])
    opener.ariaLabel = `${names[side]}手机:${one.name},换一个人`
    element.classList.toggle('in-focus', stage.state.focus === side)
    fill(opener, avatar(one), words(one), badge(talk.unread(one.openid)), make('i', { className: 'chevron' }))
    if (!list.hidden) drawList()
  }
  opener.onclick = () => open(list.hidden)
  element.onkeydown = (event) => keys(event, list, () => open(false))
  element.addEventListener('focusout', ({ relatedTarget }) => {
    if (!element.contains(relatedTarget as Node | null)) open(false)
  })
  stage.onChange(draw)
  talk.onTalk(draw)
  draw()
  return element
}

const other = (side: Side): Side => (side === 'a' ? 'b' : 'a')

const words = ({ name, title, company }: Persona): HTMLElement =>
  make(
    'span',
    { className: 'who' },
    make('b', { textContent: name }),
    make('small', { textContent: [title, company].filter(Boolean).join(' · ') }),
  )

function option(one: Persona, chosen: boolean, taken: boolean, talk: Talk, choose: () => void): HTMLElement {
  const made = make(
    'button',
    { type: 'button', role: 'option', disabled: taken, onclick: choose },
    avatar(one),
    make(
      'span',
      { className: 'who' },
      make('b', { textContent: one.name }),
      make('small', {
        textContent: taken
          ? '在另一台手机上'
          : [one.title, one.newcomer ? '还没有加入' : ''].filter(Boolean).join(' · '),
      }),
    ),
    badge(talk.unread(one.openid)),
  )
  made.ariaSelected = String(chosen)
  return made
}

function byCompany(people: Persona[]): [string, Persona[]][] {
  const groups = new Map<string, Persona[]>()
  for (const one of people) groups.set(one.company ?? '', [...(groups.get(one.company ?? '') ?? []), one])
  return [...groups]
}

function keys(event: KeyboardEvent, list: HTMLElement, close: () => void): void {
  if (list.hidden) return
  if (event.key === 'Escape') return close()
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const options = [...list.querySelectorAll<HTMLElement>('button:not([disabled])')]
  const at = options.indexOf(document.activeElement as HTMLElement)
  options[(at + step + options.length) % options.length]?.focus()
}
