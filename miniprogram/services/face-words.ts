// A ticket's face in sentences: who holds it, until when, what comes next; the same in hero, card and label.
import { calendarOf } from '../domain/company/deadlines'
import { newestTerms } from './terms'
import type { Card, Face } from '../../typings/contract'
import { categories } from '../domain/company/categories'
import { dayTime, minutesWords, shortTime } from '../domain/calendar/format'
import { workingMinutes } from '../domain/calendar/working-time'
import { MINUTE } from '../domain/calendar/units'

export type Side = 'customer' | 'staff'

export interface Hero {
  /** 现在由 沈晓雯(内勤)处理 in parts, so that the name can be set bold. */
  holder: { before: string; name: string; after: string } | null
  /** 11月24日(周二)17:30 前 */
  due: string
  /** 还剩 14 小时 50 分(工作时间), or how late it is. */
  left: string
  overdue: boolean
  near: boolean
  next: string
  provisional: boolean
}

/** The hero's lines at an instant. */
export function heroOf(face: Face, side: Side, now: number): Hero {
  const minutes = minutesLeft(face, now)
  const overdue = isLate(face, now)
  return {
    holder: holderParts(face, side),
    due: face.due === null ? '' : `${dayTime(face.due)} 前`,
    left:
      minutes === null ? '' : overdue ? lateWords(minutes, side, face) : leftWords(minutes, face.due! - now),
    overdue,
    near: side === 'staff' && face.near && !overdue,
    next: face.next,
    provisional: face.provisional,
  }
}

/** Whom a late ticket was reported to, and until when he calls; '' when nobody, or when it is the customer's turn. */
export function escalatedWords(
  escalated: { to: string; at: number; answerBy: number } | null,
  face: Face,
  side: Side,
  now: number,
): string {
  if (!escalated || !isLate(face, now) || face.category === 'customer' || face.category === 'done') return ''
  if (side === 'staff') return `已上报 ${escalated.to}(${shortTime(escalated.at, now)})`
  const call = escalated.answerBy > now ? `,会在 ${shortTime(escalated.answerBy, now)} 前联系您` : ''
  return `已上报 ${escalated.to}${call}`
}

/** Line 3 of a card: 现在由 沈晓雯(内勤)处理 and 11月24日 17:30 前, either of them '' when there is none. */
export function cardLine(face: Face, side: Side, now: number): { holder: string; due: string } {
  const parts = holderParts(face, side)
  return {
    holder: parts ? `${parts.before}${parts.name}${parts.after}` : '',
    due: face.due === null || isLate(face, now) ? '' : `${shortTime(face.due, now)} 前`,
  }
}

/** Short words of time for the staff: 超时 2 小时, 还剩 1 小时 50 分; '' when there is no hurry. */
export function hurry(face: Face, side: Side, now: number): string {
  const minutes = minutesLeft(face, now)
  if (minutes === null) return ''
  if (isLate(face, now) && isOwnTurn(face, side)) return '请尽快处理'
  if (isLate(face, now)) return side === 'staff' ? `超时 ${minutesWords(-minutes)}` : '已超时'
  return side === 'staff' && face.near ? `还剩 ${minutesWords(minutes)}` : ''
}

/** One sentence for a screen reader: lines 1–3. */
export function cardSentence(card: Card, kind: string, side: Side, now: number): string {
  const late = hurry(card.face, side, now)
  const { holder, due } = cardLine(card.face, side, now)
  return [`${kind} ${card.no}`, card.face.words, late, card.title, card.badge ?? '', holder, due]
    .filter(Boolean)
    .join(',')
}

/** Working minutes to the deadline, negative past it; null when nothing is awaited. */
function minutesLeft(face: Face, now: number): number | null {
  if (face.due === null) return null
  const calendar = calendarOf(newestTerms())
  const minutes = (from: number, to: number) => workingMinutes(from, to, [], calendar)
  return face.due >= now ? minutes(now, face.due) : -minutes(face.due, now)
}

const isLate = (face: Face, now: number): boolean =>
  face.overdue || (face.due !== null && face.due < now && face.category !== 'closed')

/** It is the customer's own turn: being late is no apology of ours, and no reproach. */
const isOwnTurn = (face: Face, side: Side): boolean =>
  side === 'customer' && (face.category === 'customer' || face.category === 'done')

function holderParts(face: Face, side: Side): Hero['holder'] {
  if (!face.holder) return null
  const { name, title } = face.holder
  if (face.category === 'customer' || face.category === 'done') {
    const contact = title === '联系人' && side === 'customer'
    return contact
      ? { before: '请 ', name, after: ' 或同事处理' }
      : { before: '等 ', name, after: titled(title) }
  }
  return { before: '现在由 ', name, after: `${titled(title)} 处理` }
}

/** An arrival at 08:30 is no working time away at 08:00: then the clock on the wall counts. */
function leftWords(minutes: number, wall: number): string {
  const onWall = wall / MINUTE
  if (minutes < 1 && onWall >= 1) return `还剩 ${minutesWords(onWall)}`
  return `还剩 ${minutesWords(minutes)}(工作时间)`
}

const titled = (title: string): string => (title ? `(${title})` : '')

function lateWords(minutes: number, side: Side, face: Face): string {
  if (isOwnTurn(face, side)) return '已过约定时间,请尽快处理'
  const late = minutesWords(-minutes)
  return side === 'staff' ? `超时 ${late}(工作时间)` : `已超过约定时间 ${late},抱歉让您久等`
}

/** Category words that a side reads: 我们处理中 / 待办. */
export const categoryWords = (face: Face, side: Side): string => categories[face.category][side]
