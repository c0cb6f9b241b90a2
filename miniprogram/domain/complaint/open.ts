// A complaint when it comes in: acknowledged at once with both dates, told above when it is the same problem again.
import { daysBetween } from '../calendar/days'
import { dueIn } from '../company/deadlines'
import { inWords, spoken, type Settings, type Words } from '../company/settings'
import { topics, type Complaint, type RaisedWhy, type Topic } from './parts'
import type { ComplaintRequest } from './request'
import { clockTime, isoDay, monthDay } from '../calendar/format'
import { raise } from './moves'
import type { Facts, Told } from '../ticket/table'
import { casePage, owner, person, role } from '../ticket/telling'
import type { Name, Ticket } from '../ticket/ticket'

/** What the server found out about a complaint before it is opened. */
export interface Known {
  /** The service it is about, with the fault that was found there. */
  linked: { id: string; no: string; faultClass: string } | null
  /** Of the maker's people the one it is about. */
  person: Name | null
  /** It is the one who would have handled it. */
  isManager?: boolean
  /** Complaints with the same fingerprint in the window, oldest first. */
  earlier: { id: string; no: string }[]
}

/**
 * Customer × machine × fault class: the fault that was found, else the words that were chosen. 其他 is no class of its
 * own: it counts only for the same service. A complaint about a person is the same problem when it is the same person.
 */
export function fingerprintOf(
  companyId: string,
  {
    equipmentId,
    topic,
    about,
    personPid,
  }: Pick<ComplaintRequest, 'equipmentId' | 'topic' | 'about' | 'personPid'>,
  linked: Known['linked'],
): string {
  if (about === 'person') return `${companyId}|person|${personPid}`
  const other = linked ? `ticket ${linked.id}` : ''
  const problem = linked?.faultClass || (topic === 'other' ? other : topic)
  return problem === '' ? '' : `${companyId}|${equipmentId || '-'}|${problem}`
}

interface Opening {
  request: ComplaintRequest
  known: Known
  now: number
  requestedAt: number
  facts: Pick<Facts, 'duty' | 'settings' | 'staff'>
}

/** The complaint of a new ticket; `due` is the first promise. */
export function openComplaint({ request, known, now, requestedAt, facts }: Opening): Complaint {
  const { linked, person: whom, earlier } = known
  const complaint: Complaint = {
    about: request.about,
    topic: request.topic,
    ticket: linked && { id: linked.id, no: linked.no },
    person: whom,
    safety: request.safety,
    remedies: request.remedies,
    callAt: request.callAt,
    callBy: dueIn(facts.settings, 'complaintCallDays', requestedAt).at,
    planBy: dueIn(facts.settings, 'complaintPlanDays', requestedAt).at,
    called: null,
    assessment: null,
    findings: [],
    analysis: null,
    replies: [],
    repeat: null,
    raised: [],
    quality: null,
  }
  if (whom && known.isManager) raise(complaint, 'about', now, facts)
  if (earlier.length > 0) markRepeat(complaint, earlier, now, facts)
  return complaint
}

/** The same problem again: it goes above, and quality takes part (第十二条). */
export function markRepeat(
  complaint: Complaint,
  earlier: Known['earlier'],
  now: number,
  facts: Pick<Facts, 'duty'>,
): void {
  complaint.repeat = { count: earlier.length + 1, earlier: [...earlier], at: now }
  raise(complaint, 'repeat', now, facts)
  complaint.quality ??= facts.duty.quality
}

/** 同一问题第 2 次投诉, '' for a first one. */
export const repeatWords = ({ repeat }: Pick<Complaint, 'repeat'>): string =>
  repeat ? `同一问题第 ${repeat.count} 次投诉` : ''

const whys: Readonly<Record<RaisedWhy, Words>> = {
  repeat: '已按 第十二条 上报上级领导',
  refused: ({ complaintRefusals }) => `${spoken(complaintRefusals)}不接受方案,已上报上级领导`,
  about: '由上级领导直接处理',
}

/** 「已按 第十二条 上报上级领导:总经理 郑国栋」, one for each reason. */
export const raisedWords = ({ raised }: Complaint, settings: Settings): { words: string; at: number }[] =>
  raised.map(({ why, to, at }) => {
    const reason = inWords(whys[why], settings)
    return { words: to ? `${reason}:${to.title || '总经理'} ${to.name}` : reason, at }
  })

/** What the history says of how it came in. */
export function openedWords({ complaint, subject }: Pick<Ticket, 'complaint' | 'subject'>): string {
  if (!complaint) return subject
  const up = complaint.raised.filter(({ why }) => why === 'repeat').map(({ to }) => to?.name ?? '上级')
  const again = repeatWords(complaint)
  return again ? `${subject}(${again},已按第十二条上报 ${up.join('')})` : subject
}

/** 明天17:30, or the day when it is further. */
function dayOf(at: number, now: number): string {
  const days = daysBetween(isoDay(now), isoDay(at))
  return `${['今天', '明天'][days] ?? monthDay(isoDay(at))}${clockTime(at)}`
}

/** Who is told at once: the customer his two dates, the handler and the office, and those above when it is raised. */
export function complaintTold(ticket: Ticket, now: number): Told[] {
  const { complaint, holder, companyName, subject } = ticket
  const page = casePage(ticket)
  const again = repeatWords(complaint!)
  const words = [`${companyName} 投诉:${subject}`, complaint!.safety ? '有安全风险' : '', again]
    .filter(Boolean)
    .join(',')
  const urgent = complaint!.safety
  const to = (told: Told): Told => ({ ...told, urgent })
  const first = again ? `${again},请今天致电` : `请在${dayOf(complaint!.callBy, now)}前致电`
  return [
    owner({ ticket }, 'T5', '投诉已受理', `${holder!.name}将在${dayOf(complaint!.callBy, now)}前致电`),
    to(person(ticket, holder!.pid, urgent ? '投诉·有安全风险' : '投诉待致电', `${words};${first}`, page)),
    to(role('coordinator', '新投诉', words, page)),
    ...(urgent && complaint!.raised.length === 0
      ? [to(role('generalManager', '投诉·有安全风险', words, page))]
      : []),
    ...(complaint!.repeat ? repeatTold(ticket, words) : []),
  ]
}

/** Those above, quality and the customer hear of it. */
export function repeatTold(ticket: Ticket, words: string): Told[] {
  const { count } = ticket.complaint!.repeat!
  const title = `同一问题第 ${count} 次投诉`
  const page = casePage(ticket)
  return [
    role('generalManager', title, words, page),
    role('quality', title, `${words},请参与分析`, page),
    owner({ ticket }, 'T5', '投诉升级', `同一问题第${count}次,已上报总经理`),
  ]
}

/** What a complaint is about, in a few words. */
export const topicWords = (topic: Topic): string => topics[topic]
