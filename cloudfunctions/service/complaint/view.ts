// A complaint as each reads it: the customer what was explained, our people how it was looked into as well.
import { raisedWords, repeatWords } from '../../../miniprogram/domain/complaint/open'
import {
  abouts,
  complexities,
  dangers,
  impacts,
  remedies,
  severities,
  type Complaint,
} from '../../../miniprogram/domain/complaint/parts'
import { complaintSteps, nextOf } from '../../../miniprogram/domain/complaint/steps'
import { present, send, type Fields } from '../../../miniprogram/domain/sight/present'
import type { ComplaintView } from '../../../typings/contract'
import type { Seeing } from '../ticket/seeing'
import { links } from '../ticket/shapes'

interface OnComplaint extends Seeing {
  complaint: Complaint
}

/** Null for a ticket of another kind. */
export const complaintView = (at: Seeing): ComplaintView | null =>
  at.ticket.complaint && present(fields, { ...at, complaint: at.ticket.complaint })

const fields: Fields<ComplaintView, OnComplaint> = {
  about: ['identity', ({ complaint }) => complaint.about],
  aboutWords: ['identity', ({ complaint }) => abouts[complaint.about]],
  person: ['identity', ({ complaint: { person } }) => person && { name: person.name, title: person.title }],
  ticket: ['identity', ({ complaint, sight }) => send(links, complaint.ticket, sight)],
  safety: ['identity', ({ complaint }) => complaint.safety],
  remedies: ['identity', ({ complaint }) => complaint.remedies.map((one) => remedies[one])],
  callAt: ['identity', ({ complaint }) => complaint.callAt],
  callBy: ['identity', ({ complaint }) => complaint.callBy],
  planBy: ['identity', ({ complaint }) => complaint.planBy],
  called: ['identity', ({ complaint: { called } }) => called && { by: called.by.name, at: called.at }],
  replies: ['identity', ({ complaint }) => complaint.replies.map(replyOf)],
  repeat: ['identity', (at) => repeatOf(at)],
  raised: ['identity', ({ complaint, facts }) => raisedWords(complaint, facts.settings)],
  quality: ['identity', ({ complaint }) => qualityWords(complaint)],
  steps: ['identity', ({ ticket, person }) => complaintSteps(ticket, person.side)],
  inside: ['inquest', (at) => present(inside, at), null],
}

const inside: Fields<NonNullable<ComplaintView['inside']>, OnComplaint> = {
  next: ['inquest', ({ ticket }) => nextOf(ticket), null],
  callNote: ['insideWords', ({ complaint: { called } }) => called?.note ?? '', ''],
  assessment: ['inquest', ({ complaint }) => assessmentOf(complaint), []],
  assessedBy: ['inquest', ({ complaint: { assessment } }) => assessment?.by.name ?? '', ''],
  findings: ['inquest', ({ complaint }) => complaint.findings.map(findingOf), []],
  analysis: ['inquest', ({ complaint }) => analysisOf(complaint), null],
}

const replyOf = ({ by, at, explanation, plan, answer }: Complaint['replies'][number]) => ({
  by: by.name,
  at,
  explanation,
  plan,
  answer: answer && { ok: answer.ok, note: answer.note, by: answer.by.name, at: answer.at },
})

const repeatOf = ({ complaint }: OnComplaint): ComplaintView['repeat'] =>
  complaint.repeat && {
    words: repeatWords(complaint),
    earlier: complaint.repeat.earlier.map(({ id, no }) => ({ id, no })),
  }

/** What the quality department has really done so far (第十二条). */
function qualityWords({ quality, analysis, findings }: Complaint): string {
  if (!quality) return ''
  const tookPart = findings.some(({ by }) => by.pid === quality.pid)
  return `质量部 ${quality.name} ${analysis ? '已给出分析' : tookPart ? '已参与分析' : '已收到通知'}`
}

const assessmentOf = ({ assessment }: Complaint) =>
  assessment
    ? [
        { label: '严重程度', value: severities[assessment.severity] },
        { label: '安全影响', value: dangers[assessment.safety] },
        { label: '处理难度', value: complexities[assessment.complexity] },
        { label: '影响范围', value: impacts[assessment.impact] },
      ]
    : []

const findingOf = ({ by, at, findings, cause }: Complaint['findings'][number]) => ({
  by: by.name,
  at,
  findings,
  cause,
})

const analysisOf = ({ analysis }: Complaint) =>
  analysis && { by: analysis.by.name, at: analysis.at, words: analysis.words }
