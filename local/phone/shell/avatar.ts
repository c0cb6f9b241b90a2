// A person's picture: the family name on a calm colour that is always his.
import type { Persona } from '../../options'
import { make } from './dom'

const colours = ['#2F6FDE', '#0F766E', '#8A4B00', '#6D4AC1', '#B0365A', '#2E7D32', '#5A6472', '#A0522D']

/** Square with the first letter of the name. */
export function avatar({ openid, name }: Pick<Persona, 'openid' | 'name'>): HTMLElement {
  const made = make('span', { className: 'avatar', textContent: name.slice(0, 1), ariaHidden: 'true' })
  made.style.background =
    colours[[...openid].reduce((sum, one) => sum + one.charCodeAt(0), 0) % colours.length]!
  return made
}

/** Red badge with a number, null when there is nothing. */
export const badge = (count: number): HTMLElement | null =>
  count > 0
    ? make('span', {
        className: 'badge',
        textContent: count > 99 ? '99+' : String(count),
        ariaLabel: `${count} 条未读`,
        role: 'status',
      })
    : null
