// One's own application: in a small company one person has several roles. Where another could approve it he may not;
// where nobody could he may, and it is marked and counted (statistics/breaches.ts).
import type { Name } from '../ticket/parts'
import { inRole } from '../ticket/stand-ins'
import type { VisitChecks, VisitDraft } from '../ticket/table'
import type { Visit } from '../visit/parts'

/** What is decided about, in the order in which it may be asked for: who asked, and who decided. */
export const applications = {
  trip: ({ trip }: Visit) => trip,
  route: ({ route }: Visit) => route,
  extra: ({ extras }: Visit) => extras[extras.length - 1] ?? null,
  exception: ({ exception }: Visit) => exception,
} as const satisfies Record<string, (visit: Visit) => { by: Name } | null>
type What = keyof typeof applications

const isOwn = ({ visit, actor }: VisitDraft, what: What): boolean =>
  applications[what](visit)?.by.pid === actor.pid

const another = ({ facts, actor }: VisitDraft): Name | undefined =>
  inRole(facts.staff, 'manager', ({ away }) => away === true).find(({ pid }) => pid !== actor.pid)

const notOwn = (what: What) =>
  ({
    article: '18.1',
    wayOut: '请另一位负责人审批',
    holds: (at: VisitDraft) => !isOwn(at, what) || another(at) === undefined,
    words: (at: VisitDraft) => `自己的申请不能自己批,请 ${another(at)?.name ?? '别人'} 审批`,
  }) as const

export const visitChecks = {
  notOwnTrip: notOwn('trip'),
  notOwnRoute: notOwn('route'),
  notOwnExtra: notOwn('extra'),
  notOwnException: notOwn('exception'),
} satisfies VisitChecks

/** Said with a decision that is one's own. */
export const ownWords = (at: VisitDraft, what: What): string =>
  isOwn(at, what) ? '(本人申请,没有别人可批)' : ''
