// By hand: of which kind each field of a ticket, a visit and a card is; fields.ts has the answers they stand in.
export type Row = readonly [kind: string, under: string, leaves: string]

const name = 'pid name title'
export const media = 'id kind slot url'
export const leg = 'from to by departAt'
export const line = 'name amount'
/** `read` is a stamp that stands for what he answers to, no word of it. */
export const offered = 'move visit label primary article read blocked.words blocked.wayOut blocked.article'
const part = 'name oldSerial newSerial quantity oldGoes'

/** Rows one level further down. */
export const below = (prefix: string, rows: readonly Row[]): Row[] =>
  rows.map(([kind, under, leaves]) => [kind, under ? `${prefix}.${under}` : prefix, leaves])

/** A person, under a path. */
export const by = (kind: string, under: string): Row => [kind, under, name]
/** Who decided, whether and when; the reason has a kind of its own. */
export const decided = (kind: string, under: string, note: string): Row[] => [
  by(kind, `${under}.by`),
  [kind, under, 'at ok how result'],
  [note, under, 'note'],
]

/** The company's own numbers that a phone says and goes by, each with those who need it; no deadline of the house. */
export const terms: Row[] = [
  ['plain', 'terms', 'workFrom lunchFrom lunchTo workTo verifyDays'],
  ['ownTerms', 'terms', 'creditsEnough consentAgainMinutes preparedDays'],
  ['ownTerms', 'terms', 'photoEdge photoBytes videoBytes videoSeconds voiceSeconds'],
  ['customerTerms', 'terms', 'surveyChangeMinutes lowStars callBackDays'],
  ['askTerms', 'terms', 'complaintRefusals inquiryLapseDays'],
  ['inside', 'terms', 'similarDays'],
  ['fieldTerms', 'terms', 'bigTripYuan helpMinutes paperDays'],
  ['officeTerms', 'terms', 'freeDays missedCalls complaintCallDays returnMonths returnMonthsLater'],
  ['officeTerms', 'terms', 'importRows importBytes'],
  ['faults', 'terms', 'paretoLeast'],
]

const face: Row[] = [
  ['plain', '', 'code words category due provisional overdue minutesLeft near next article'],
  ['plain', 'holder', 'name title'],
]
export const card: Row[] = [
  ['plain', '', 'id no kind title companyName verb requestedAt badge note'],
  ...below('face', face),
]

const visit: Row[] = [
  ['plain', '', 'id state words own task arriveBy finishBy eta departedAt arrivedAt lateReason leftAt'],
  ['plain', 'engineer', 'name staffNo visitsHere'],
  ['plain', 'engineer.skills[]', ''],
  ['staffPhone', 'engineer', 'phone'],
  by('plain', 'crew[]'),
  ['plain', 'steps[]', 'label done current'],
  ['change', 'extras[]', 'id what reason free finishBy finishWas at'],
  ['change', 'extras[].photos[]', ''],
  ['price', 'extras[].lines[]', line],
  ['price', 'extras[]', 'total'],
  by('change', 'extras[].by'),
  ...decided('change', 'extras[].decision', 'internal'),
  ...decided('change', 'extras[].answer', 'change'),
  ['change', 'delays[]', 'id reason finishBy finishWas at'],
  by('change', 'delays[].by'),
  ['record', 'days[]', 'day done tomorrow blockers at'],
  by('record', 'days[].by'),
  ['record', 'report', 'fault cause measure hours result leftover next at faultWords resultWords'],
  ['record', 'report.parts[]', part],
  ['record', 'report.ticks[]', ''],
  ['record', 'report.acceptance[]', 'id label result note'],
  by('record', 'report.by'),
  ['record', 'corrections[]', 'fault faultWords cause measure hours leftover why at'],
  ['receipt', 'receipt', 'no form note at hash intact'],
  ['receipt', 'receipt.signer', 'name post'],
  ['receipt', 'receipt.checks', 'running cleaned oldParts'],
  ['receipt', 'receipt', 'signature'],
  ['code', 'receipt.code', 'digits until'],
  ['plain', 'survey', 'asked by at'],
  ['score', 'survey', 'stars note nps callBack callTime callBackBy changeableUntil'],
  ['score', 'survey.reasons[]', ''],
  ['desk', 'survey.phone', 'at why'],
  ['desk', 'survey.called', 'at said agreed'],
  ['internal', '', 'rewrite'],
  ['photos', 'media[]', media],
  ...decided('plain', 'withdrawn', 'internal'),
  ['plain', 'ahead[][]', offered],
  ['inside', 'inside.helpers[]', `${name} normsAt`],
  ...decided('inside', 'inside.helpers[].lent', 'internal'),
  ['internal', 'inside.prep[]', 'id group label done missing'],
  ['internal', 'inside.conduct', 'workwear metOwner siteReady'],
  ['trip', 'inside.trip', 'task finishBy version at'],
  ['trip', 'inside.trip.legs[]', leg],
  ['cost', 'inside.trip.costs[]', line],
  ['cost', 'inside.trip', 'total'],
  by('trip', 'inside.trip.by'),
  ...decided('trip', 'inside.trip.decision', 'internal'),
  ['trip', 'inside.route', 'reason at unanswered'],
  ['trip', 'inside.paper', 'signer post phone at'],
  ['trip', 'inside.exception', 'reason at'],
]

export const ticket: Row[] = [
  ['plain', '', 'id no rev kind side outline companyName subject requestedAt reopened urgedAt'],
  ...below('face', face),
  ['plain', 'equipment', 'serial model nickname'],
  ['plain', 'equipment.warranty', 'free words'],
  ['plain', 'source', 'label letterNo author enteredAt'],
  ['words', '', 'symptom description production wish asked declined'],
  ['plain', 'contact', 'name'],
  ['phone', 'contact', 'phone'],
  ['charge', 'verification', 'by at charge reason'],
  ['internal', 'verification', 'note'],
  ['photos', 'media[]', media],
  ['internal', '', 'special'],
  ...decided('internal', 'consent', 'internal'),
  ['price', 'quote.lines[]', line],
  ['price', 'quote', 'total note'],
  ['change', 'quote', 'at'],
  by('change', 'quote.by'),
  ...decided('change', 'quote.answer', 'change'),
  ['price', 'quote.agreed.lines[]', line],
  ['price', 'quote.agreed', 'total'],
  ['change', 'quote.agreed', 'at'],
  by('change', 'quote.agreed.by'),
  ['words', 'site', 'readyOn note noteBy'],
  ['words', 'site.items[]', 'id label hint photo state'],
  ['words', 'site.confirmed', 'at how'],
  by('words', 'site.confirmed.by'),
  ['plain', 'waitingPart', 'name eta'],
  ['plain', 'escalated', 'to at answerBy'],
  ['plain', 'lists.ticks[]', 'id label'],
  ['plain', 'lists.photos[]', ''],
  ['plain', 'lists.acceptance[]', 'id label'],
  ['inside', 'inside.d8', 'mayStart'],
  ['inside', 'inside.d8.items[]', 'id no words'],
  ['internal', 'inside', 'repeats'],
  ['internal', 'inside.asks[]', 'kind role label due'],
  ['internal', 'inside.lookers[]', ''],
  ['appraisal', 'inside.appraisal', 'question at opinion'],
  by('appraisal', 'inside.appraisal.by'),
  ...decided('appraisal', 'inside.appraisal.decision', 'appraisal'),
  ['staffPhone', 'manager', 'name phone'],
  ...below('visits[]', visit),
  ['plain', 'moves[]', offered],
  ['history', 'timeline[]', 'at uploadedAt who words category'],
  ...terms,
  ['plan', 'install', 'mode contractNo arrivalOn readyOn'],
  ['plan', 'plan', 'schedule late today'],
  ['plan', 'plan.steps[]', 'key label doneBy planned actual quality delayCause'],
  ['cost', 'plan.steps[]', 'cost'],
  by('plan', 'plan.steps[].by'),
  ['words', 'inquiry', 'with'],
  ['words', 'inquiry.thread[]', 'who title side words at'],
  ['photos', 'inquiry.thread[].media[]', media],
  ['internal', 'inquiry', 'knowledge'],
  ['words', 'complaint', 'about aboutWords safety callAt callBy planBy quality'],
  ['words', 'complaint.remedies[]', ''],
  ['words', 'complaint.person', 'name title'],
  ['words', 'complaint.ticket', 'id no'],
  ['words', 'complaint.called', 'by at'],
  ['words', 'complaint.replies[]', 'by at explanation plan'],
  ['words', 'complaint.replies[].answer', 'ok note by at'],
  ['words', 'complaint.repeat', 'words'],
  ['words', 'complaint.repeat.earlier[]', 'id no'],
  ['words', 'complaint.raised[]', 'words at'],
  ['words', 'complaint.steps[]', 'label done current'],
  ['inquest', 'complaint.inside', 'next assessedBy'],
  ['inquest', 'complaint.inside.assessment[]', 'label value'],
  ['inquest', 'complaint.inside.findings[]', 'by at findings cause'],
  ['inquest', 'complaint.inside.analysis', 'by at words'],
  ['internal', 'complaint.inside', 'callNote'],
]
