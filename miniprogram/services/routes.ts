// Where each move is made, and how a page is opened.
import type { MoveName } from '../domain/inputs'

const pages: Partial<Record<MoveName, string>> = {
  verify: '/office/verify/index',
  assign: '/office/board/index',
  report: '/field/report/index',
  arrive: '/field/arrive/index',
  leave: '/field/leave/index',
  leaveOnPaper: '/field/paper/index',
  sign: '/customer/receipt/index',
  renewCode: '/customer/receipt/index',
  rate: '/customer/rate/index',
  supplement: '/customer/supplement/index',
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
  const page = pages[move]
  if (!page) return null
  return `${page}?id=${ticketId}${visit ? `&v=${visit}` : ''}`
}

/** What is still on this phone only. */
export const outboxPage = '/field/outbox/index'

/** A ticket's page for a side. */
export const ticketPage = (ticketId: string, side: 'customer' | 'staff' | 'visitor'): string =>
  side === 'staff' ? `/field/job/index?id=${ticketId}` : `/customer/ticket/index?id=${ticketId}`

/** Opens a page by its address, tab pages as tabs. */
export function openPath(url: string): void {
  if (tabPages.includes(url.split('?')[0] ?? '')) wx.switchTab({ url })
  else if (getCurrentPages().length >= DEEPEST) wx.redirectTo({ url })
  else wx.navigateTo({ url })
}

/** One step back, or home when this page was opened from a message. */
export function goBack(): void {
  if (getCurrentPages().length > 1) wx.navigateBack()
  else wx.switchTab({ url: '/pages/home/index' })
}
