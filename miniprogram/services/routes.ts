// Where each move is made, and how a page is opened.
import { isTwin, type MoveName } from '../domain/door/inputs'
import type { Kind } from '../domain/company/kinds'

const pages: Partial<Record<MoveName, string>> = {
  verify: '/office/verify/index',
  assign: '/office/board/index',
  reassign: '/office/board/index',
  waitPart: '/office/board/index',
  lend: '/office/lend/index',
  refuseLend: '/office/lend/index',
  consent: '/office/approve/index',
  refuseConsent: '/office/approve/index',
  approveTrip: '/office/approve/index',
  rejectTrip: '/office/approve/index',
  agreeRoute: '/office/approve/index',
  refuseRoute: '/office/approve/index',
  approveExtra: '/office/approve/index',
  rejectExtra: '/office/approve/index',
  allowException: '/office/approve/index',
  refuseException: '/office/approve/index',
  acceptNorms: '/field/norms/index',
  askTrip: '/field/trip/index',
  changeRoute: '/field/trip/index?change=1',
  prepare: '/field/prep/index',
  report: '/field/report/index',
  arrive: '/field/arrive/index',
  leave: '/field/leave/index',
  installReport: '/field/report/index',
  askExtra: '/field/extra/index',
  askDelay: '/field/delay/index',
  leaveOnPaper: '/field/paper/index',
  askException: '/field/unsigned/index',
  askHelp: '/field/help/index',
  askAppraisal: '/field/appraisal/index',
  recordDelay: '/office/delay-proof/index',
  sign: '/customer/receipt/index',
  renewCode: '/customer/receipt/index',
  rate: '/customer/rate/index',
  supplement: '/customer/supplement/index',
  confirmSite: '/customer/ready/index',
  saveSite: '/customer/ready/index',
  acceptQuote: '/customer/confirm/index?k=quote',
  refuseQuote: '/customer/confirm/index?k=quote',
  acceptExtra: '/customer/confirm/index?k=extra',
  refuseExtra: '/customer/confirm/index?k=extra',
  acceptDelay: '/customer/confirm/index?k=delay',
  refuseDelay: '/customer/confirm/index?k=delay',
  setPlan: '/office/plan/index',
  milestone: '/field/milestone/index',
  dayReport: '/field/day/index',
  answer: '/office/answer/index',
  handInquiry: '/office/answer/index?hand=1',
  keepAnswer: '/office/knowledge-edit/index',
  askOn: '/customer/supplement/index?move=askOn',
  turnRepair: '/customer/turn/index',
  addNote: '/customer/supplement/index?move=addNote',
  sendQuote: '/office/quote/index',
  confirmSiteByPhone: '/office/site/index',
  close: '/office/visit/index',
  redo: '/office/visit/index',
  askRewrite: '/office/visit/index',
  returnLater: '/office/visit/index',
  closeUnreached: '/office/visit/index',
  correct: '/field/correct/index',
  changeRating: '/customer/rate/index',
  mergeInto: '/office/similar/index',
  acceptPlan: '/customer/plan/index',
  refusePlan: '/customer/plan/index',
}

const tabPages = [
  '/pages/home/index',
  '/pages/tickets/index',
  '/pages/workbench/index',
  '/pages/equipment/index',
  '/pages/me/index',
]

/** WeChat keeps ten pages; the last place is left free for one that must not be lost. */
const DEEPEST = 9

/** The page on which a move is made; null when a sheet on the ticket's own page does it. */
export function pageOfMove(move: MoveName, ticketId: string, visit: string | null): string | null {
  const page = isTwin(move) ? '/office/record/index' : pages[move]
  if (!page) return null
  return `${page}${page.includes('?') ? '&' : '?'}id=${ticketId}${visit ? `&v=${visit}` : ''}`
}

/** What is still on this phone only. */
export const outboxPage = '/field/outbox/index'

/** A ticket's page for a side; a complaint has a page of its own for those who handle it. */
export const ticketPage = (
  ticketId: string,
  side: 'customer' | 'staff' | 'visitor',
  kind: Kind = 'repair',
): string => {
  if (side !== 'staff') return `/customer/ticket/index?id=${ticketId}`
  return `/${kind === 'complaint' ? 'office/case' : 'field/job'}/index?id=${ticketId}`
}

/** Where a kind is asked for. */
export const formPage = (kind: Kind): string =>
  kind === 'complaint' ? '/customer/complain/index' : `/customer/submit/index?type=${kind}`

/** Opens a page by its address, tab pages as tabs. */
export function openPath(url: string): void {
  if (tabPages.includes(url.split('?')[0] ?? '')) wx.switchTab({ url })
  else if (getCurrentPages().length >= DEEPEST) wx.redirectTo({ url })
  else wx.navigateTo({ url })
}

/** One step back, or home when this page was opened from a message; a light success is said there. */
export function goBack(said = ''): void {
  const success = () => sayDone(said)
  if (getCurrentPages().length > 1) wx.navigateBack({ success })
  else wx.switchTab({ url: '/pages/home/index', success })
}

/** Words of a small success, on the page that is shown now; '' says nothing. */
export function sayDone(said: string): void {
  if (said) wx.showToast({ title: said, icon: 'success', duration: 1500 })
}
