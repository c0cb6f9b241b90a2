// 咨询: asked, answered by a named person, solved, or turned into a repair; nobody goes out for it (第八条).
import { said, type Settings } from '../company/settings'
import * as alarms from '../escalation/moves'
import * as inquiries from './moves'
import * as objection from '../wishes/objection'
import * as cancelling from '../wishes/cancel'
import * as noting from '../wishes/note'
import * as urging from '../wishes/urge'
import { inquiryStates } from './states'
import { servedStates } from '../repair/states'
import { withTwins } from '../ticket/recorded'
import type { Lifecycle } from '../ticket/table'

const { urge } = urging.servedMoves
const { addNote } = noting.servedMoves
const { cancel } = cancelling.servedMoves
const { warn, escalate } = alarms.servedMoves
const { objectTo, settleObjection } = objection.servedMoves
const anyTime = ['asked', 'answered', 'closed', 'cancelled'] as const

export const inquiry = {
  title: '咨询',
  start: 'asked',
  states: {
    ...inquiryStates,
    closed: {
      ...servedStates.closed,
      next: (settings: Settings) => `${said(settings, 'inquiryLapseDays')}内没解决,还可以接着问`,
    },
    cancelled: servedStates.cancelled,
  },
  moves: withTwins({
    ...inquiries.ticketMoves,
    urge: { ...urge, from: ['asked'] },
    addNote: { ...addNote, from: ['asked'], by: [...addNote.by, 'technical', 'answerer'] },
    cancel: { ...cancel, label: '撤回咨询', from: ['asked'] },
    warn: { ...warn, from: ['asked'] },
    escalate: { ...escalate, from: ['asked'] },
    objectTo: { ...objectTo, from: anyTime },
    settleObjection: {
      ...settleObjection,
      from: [...anyTime, 'turned'],
      lifts: [{ when: 'wronglyEnded', to: 'asked' }],
    },
  }),
} as const satisfies Lifecycle
