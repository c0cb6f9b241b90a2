// 剧本: what happens next, whose turn it is, and a jump to the page where it is done.
import { avatar } from './avatar'
import { button, fill, make } from './dom'
import type { Stage } from './state'

/** The script; `jump` opens a page on a person's phone. */
export function scenesPanel(stage: Stage, jump: (openid: string, path: string) => void): HTMLElement {
  const { scenes } = stage.config
  const list = make('ol', { className: 'scenes' })
  const draw = () => {
    const focused = list.contains(document.activeElement)
    fill(list, ...scenes.map((_scene, i) => item(stage, i, jump)))
    if (focused) list.querySelector<HTMLElement>('[aria-current] button')?.focus()
  }
  let drawn: number | null | undefined
  const drawOnce = () => {
    if (drawn === stage.state.scene) return
    drawn = stage.state.scene
    draw()
  }
  stage.onChange(drawOnce)
  drawOnce()
  return make(
    'section',
    { className: 'script', ariaLabel: '剧本' },
    make('h2', { textContent: '剧本' }),
    scenes.length > 0 ? list : make('p', { className: 'empty', textContent: '没有剧本' }),
  )
}

function item(stage: Stage, i: number, jump: (openid: string, path: string) => void): HTMLElement {
  const { title, who, hint, path } = stage.config.scenes[i]!
  const person = stage.person(who)
  const go = () => {
    stage.change({ scene: i })
    jump(who, path)
  }
  const made = make(
    'li',
    {},
    make('b', { textContent: title }),
    make('p', { textContent: hint }),
    make(
      'div',
      { className: 'turn' },
      avatar(person),
      make('small', { textContent: `轮到 ${person.name}`, title: person.title }),
      button('跳到这一步', go, { ariaLabel: `跳到这一步:${title}` }),
    ),
  )
  if (stage.state.scene === i) made.ariaCurrent = 'step'
  return made
}
