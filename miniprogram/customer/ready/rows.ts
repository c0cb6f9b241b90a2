// The conditions of a site as the page lists them: what is there already, what is still to be done.
import type { TicketView } from '../../../typings/contract'
import type { LocalMedia } from '../../services/media'
import { sampleOf } from './samples'

/** What the person has done on this phone and the door has not taken yet. */
export interface Pack {
  ready: string[]
  unsent: LocalMedia[]
  truth: boolean
}

export interface Row {
  id: string
  label: string
  hint: string
  photo: boolean
  ready: boolean
  /** Addresses or local paths of its photos; '' while one is on its way. */
  shots: { id: string; src: string }[]
  /** A picture of what a good photo shows, until the person's own stands there; '' when there is none. */
  sample: string
  /** What the button does next: 拍照, 已具备, 撤销. */
  step: 'photo' | 'ready' | 'undo'
}

/** `local`: paths of photos taken here, by id, until their address is known. */
export function rowsOf(ticket: TicketView, pack: Pack, local: Readonly<Record<string, string>>): Row[] {
  return ticket.site.items.map(({ id, label, hint, photo }) => {
    const sent = ticket.media
      .filter((one) => one.kind === 'photo' && one.slot === label)
      .map((one) => ({ id: one.id, src: one.url ?? local[one.id] ?? '' }))
    const own = pack.unsent
      .filter((one) => one.slot === label && sent.every((shot) => shot.id !== one.id))
      .map((one) => ({ id: one.id, src: one.localPath }))
    const shots = [...sent, ...own]
    const ready = pack.ready.includes(id)
    const step = ready ? 'undo' : photo && shots.length === 0 ? 'photo' : 'ready'
    const sample = shots.length === 0 && !ready ? sampleOf(label) : ''
    return { id, label, hint, photo, ready, shots, sample, step }
  })
}

/** 还差 铭牌、电柜已断电, or the tick; '' when it may be confirmed. */
export function missingOf(rows: readonly Row[], truth: boolean): string {
  const open = rows.filter((row) => !row.ready).map((row) => row.label)
  if (open.length > 2) return `还差 ${open.slice(0, 2).join('、')} 等 ${open.length} 项`
  if (open.length > 0) return `还差 ${open.join('、')}`
  return truth ? '' : '请确认以上情况属实'
}
