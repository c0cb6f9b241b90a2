// A machine's return visit as a list and as its page show it: each field with its kind.
import { dayWords, isoDay } from '../../../miniprogram/domain/calendar/format'
import { missedOf, openCalls, type MachineReturn } from '../../../miniprogram/domain/returning/returning'
import { warrantyAt } from '../../../miniprogram/domain/charge/warranty'
import { present, send, type Fields, type Seen } from '../../../miniprogram/domain/sight/present'
import type { Sight } from '../../../miniprogram/domain/sight/table'
import type { ReturnRow, ReturnView } from '../../../typings/contract'
import { phoneFor } from '../ticket/seeing'
import { returnCall } from '../ticket/shapes'

/** Those who plan and make return visits. */
export const callers = ['coordinator', 'manager'] as const

interface OnReturn extends Seen {
  one: MachineReturn
  now: number
}

export const rowOf = (one: MachineReturn, now: number, sight: Sight): ReturnRow =>
  present(row, { one, now, sight })

export const viewOf = (one: MachineReturn, now: number, sight: Sight): ReturnView =>
  present(whole, { one, now, sight })

const row: Fields<ReturnRow, OnReturn> = {
  id: ['identity', ({ one }) => one._id],
  title: ['identity', ({ one: { equipment } }) => `${equipment.model} ${equipment.nickname}`.trim()],
  companyName: ['identity', ({ one }) => one.companyName],
  service: ['returnCalls', ({ one }) => serviceWords(one), ''],
  dueAt: ['identity', ({ one }) => one.dueAt],
  due: ['identity', ({ one, now }) => isoDay(one.dueAt) <= isoDay(now)],
  missed: ['returnCalls', ({ one }) => missedOf(openCalls(one.calls)), 0],
}

const whole: Fields<ReturnView, OnReturn> = {
  ...row,
  serial: ['identity', ({ one }) => one.equipment.serial],
  warranty: ['identity', ({ one, now }) => warrantyAt(one.equipment.warrantyUntil, now).words],
  contact: ['contacts', (at) => contactOf(at), { name: '', phone: '' }],
  stars: ['score', ({ one }) => one.service.stars, null],
  ticketId: ['identity', ({ one }) => one.service.ticketId],
  calls: ['returnCalls', (at) => callsOf(at), []],
}

const serviceWords = ({ service: { at, subject, engineer } }: MachineReturn): string =>
  [dayWords(at), subject, engineer].filter(Boolean).join('\u00a0· ')

const contactOf = ({ one: { contact }, sight }: OnReturn): ReturnView['contact'] => ({
  name: contact.name,
  phone: phoneFor(contact.phone, sight),
})

/** Newest first. */
const callsOf = ({ one: { calls }, sight }: OnReturn): ReturnView['calls'] =>
  send<ReturnView['calls']>(returnCall, calls, sight).reverse()
