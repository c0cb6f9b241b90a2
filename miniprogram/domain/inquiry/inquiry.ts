// 咨询: asked, answered by a named person, solved, or turned into a repair; nobody goes out for it (第八条).
import * as alarms from '../escalation/moves'
import * as inquiries from './moves'
import * as wishes from '../wishes/wishes'
import { inquiryStates, LAPSE_DAYS, type InquiryState } from './parts'
import { servedStates } from '../repair/states'
import type { Lifecycle } from '../ticket/table'

type State = InquiryState | 'closed' | 'cancelled'
const { urge, addNote, cancel } = wishes.ticketMoves
const { warn, escalate } = alarms.ticketMoves

export const inquiry: Lifecycle<State> = {
  title: '咨询',
  start: 'asked',
  states: {
    ...inquiryStates,
    closed: { ...servedStates.closed, next: `${LAPSE_DAYS} 个工作日内没解决,还可以接着问` },
    cancelled: servedStates.cancelled,
  },
  moves: {
    ...inquiries.ticketMoves,
    urge: { ...urge, from: ['asked'] },
    addNote: { ...addNote, from: ['asked'], by: [...addNote.by, 'technical', 'answerer'] },
    cancel: { ...cancel, label: '撤回咨询', from: ['asked'] },
    warn: { ...warn, from: ['asked'] },
    escalate: { ...escalate, from: ['asked'] },
  },
}
