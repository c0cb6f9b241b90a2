// 投诉: acknowledged at once, looked into, explained, closed with the customer's answer (GB/T 19012; 第八、十二条).
import { complaintStates } from './states'
import * as alarms from '../escalation/moves'
import * as complaints from './moves'
import * as merging from '../intake/merging'
import * as repeating from './repeating'
import * as objection from '../wishes/objection'
import * as cancelling from '../wishes/cancel'
import * as noting from '../wishes/note'
import * as urging from '../wishes/urge'
import { servedStates } from '../repair/states'
import { withTwins } from '../ticket/recorded'
import type { Lifecycle } from '../ticket/table'

const { urge } = urging.servedMoves
const { addNote } = noting.servedMoves
const { cancel } = cancelling.servedMoves
const { warn, escalate } = alarms.servedMoves
const { takeIn, mergeInto } = merging.servedMoves
const { objectTo, settleObjection } = objection.servedMoves
const ours = ['acked', 'probing'] as const
const open = [...ours, 'replied'] as const
const anyTime = [...open, 'closed', 'cancelled'] as const

export const complaint = {
  title: '投诉',
  start: 'acked',
  states: {
    ...complaintStates,
    closed: {
      ...servedStates.closed,
      next: '问题再出现请再次投诉,会直接上报上级',
      staffNext: '问题再出现、客户再次投诉时直接上报上级',
    },
    cancelled: servedStates.cancelled,
    merged: servedStates.merged,
  },
  moves: withTwins({
    ...complaints.ticketMoves,
    ...repeating.ticketMoves,
    urge: { ...urge, from: ours },
    addNote: { ...addNote, from: open, by: [...addNote.by, 'generalManager', 'quality'] },
    cancel: { ...cancel, label: '撤回投诉', from: open },
    takeIn: { ...takeIn, from: ours },
    mergeInto: { ...mergeInto, from: ['acked', 'probing'] },
    warn: { ...warn, from: ours },
    escalate: { ...escalate, from: open },
    objectTo: { ...objectTo, from: anyTime },
    settleObjection: {
      ...settleObjection,
      from: [...anyTime, 'merged'],
      lifts: [{ when: 'wronglyEnded', to: 'probing' }],
    },
  }),
} as const satisfies Lifecycle
