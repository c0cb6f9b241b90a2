// A complaint as one side sees it: the customer what was explained, our people how it was looked into as well.
import type { Settings } from '../../../miniprogram/domain/company/settings'
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
import type { Ticket } from '../../../miniprogram/domain/ticket/ticket'
import type { ComplaintView } from '../../../typings/contract'

export function complaintView(
  ticket: Ticket,
  side: 'customer' | 'staff',
  settings: Settings,
): ComplaintView | null {
  const { complaint } = ticket
  if (!complaint) return null
  const { about, person, called, repeat, quality, analysis } = complaint
  return {
    about,
    aboutWords: abouts[about],
    person: person && { name: person.name, title: person.title },
    ticket: complaint.ticket,
    safety: complaint.safety,
    remedies: complaint.remedies.map((one) => remedies[one]),
    callAt: complaint.callAt,
    callBy: complaint.callBy,
    planBy: complaint.planBy,
    called: called && { by: called.by.name, at: called.at },
    replies: complaint.replies.map(({ by, at, explanation, plan, answer }) => ({
      by: by.name,
      at,
      explanation,
      plan,
      answer: answer && { ok: answer.ok, note: answer.note, by: answer.by.name, at: answer.at },
    })),
    repeat: repeat && { words: repeatWords(complaint), earlier: repeat.earlier },
    raised: raisedWords(complaint, settings),
    quality: quality ? `质量部 ${quality.name} ${analysis ? '已给出分析' : '已参与分析'}` : '',
    steps: complaintSteps(ticket, side),
    inside: side === 'staff' ? insideOf(ticket, complaint) : null,
  }
}

function insideOf(
  ticket: Ticket,
  { called, assessment, findings, analysis }: Complaint,
): ComplaintView['inside'] {
  return {
    next: nextOf(ticket),
    callNote: called?.note ?? '',
    assessment: assessment
      ? [
          { label: '严重程度', value: severities[assessment.severity] },
          { label: '安全影响', value: dangers[assessment.safety] },
          { label: '处理难度', value: complexities[assessment.complexity] },
          { label: '影响范围', value: impacts[assessment.impact] },
        ]
      : [],
    assessedBy: assessment ? assessment.by.name : '',
    findings: findings.map(({ by, at, findings: said, cause }) => ({
      by: by.name,
      at,
      findings: said,
      cause,
    })),
    analysis: analysis && { by: analysis.by.name, at: analysis.at, words: analysis.words },
  }
}
