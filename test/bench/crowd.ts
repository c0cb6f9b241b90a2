// A company with years behind it: thousands of tickets at hundreds of customers, cloned from the demo's, which
// the product's own rules have made.
import { defaults } from '../../miniprogram/domain/company/settings'
import { createHash } from 'node:crypto'
import { judged } from '../../miniprogram/domain/statistics/cases'
import { isoDay } from '../../miniprogram/domain/calendar/format'
import { countMachines } from '../../miniprogram/domain/statistics/fleet'
import { fleetDoc, rollupsOf } from '../../cloudfunctions/store/rollups'
import { pidOf } from '../../cloudfunctions/store/ids'
import type {
  EquipmentRecord,
  MessageRecord,
  PersonRecord,
  TicketRecord,
} from '../../cloudfunctions/store/records'
import { demoStart, options } from '../../demo/local'
import { machines } from '../../demo/machines'
import { peopleRecords } from '../../demo/people'
import { ticketRecords } from '../../demo/tickets'
import type { SeedDb } from '../../local/options'
import { fleetOf, history } from '../model/history'

const COMPANIES = 400
const MINUTE = 60_000

/** The demo, and two years of so many cases beside it, added up as the clock would have done. */
export function years(count: number): (db: SeedDb) => void {
  return (db) => {
    const { cases, moments } = history(count)
    const now = demoStart
    const docs = rollupsOf(judged(cases, defaults), moments)
    const fleet = fleetDoc(isoDay(now), countMachines({}, fleetOf(cases), defaults))
    void options({ DEMO: '0' }).seed!(db)
    db.insert('cases', judged(cases, defaults))
    db.insert('moments', moments)
    db.insert('rollups', [...docs, fleet])
  }
}

/** Fills the demo and `count` tickets more; most are closed, every 40th belongs to a demo company. */
export function crowd(count: number): (db: SeedDb) => void {
  return (db) => {
    void options({}).seed!(db)
    db.insert(
      'people',
      Array.from({ length: COMPANIES }, (_, i) => person(i)),
    )
    db.insert(
      'equipment',
      Array.from({ length: COMPANIES }, (_, i) => machine(i)),
    )
    const told = ticketRecords()
    const finished = told.filter((one) => one.tab === 'finished')
    const tickets = Array.from({ length: count }, (_, i) => {
      const from = i % 10 === 0 ? told : finished
      return ticket(from[Math.floor(i / 10) % from.length]!, i)
    })
    db.insert('tickets', tickets)
    db.insert('messages', tickets.map(message))
  }
}

const company = (i: number) => ({ companyId: `k${i}`, companyName: `客户${i}公司` })
const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24)

const person = (i: number): PersonRecord => ({
  ...peopleRecords(demoStart).find((one) => one.openid === 'liguoqiang')!,
  ...company(i),
  _id: pidOf(`crowd-${i}`),
  openid: `crowd-${i}`,
})

const machine = (i: number): EquipmentRecord => ({
  ...machines[i % machines.length]!,
  _id: `e-crowd-${i}`,
  serial: `QHCROWD-${i}`,
  companyId: `k${i}`,
})

function ticket(from: TicketRecord, i: number): TicketRecord {
  const id = `t${digest(`crowd ${i}`)}`
  const at = (from.due ?? from.updatedAt) - i * MINUTE
  const moved = {
    ...from,
    _id: id,
    no: `BX-CROWD-${i}`,
    requestedAt: from.requestedAt - i * MINUTE,
    due: from.due === null ? null : at,
    rank: `${String(at).padStart(14, '0')}-${id}`,
  }
  if (i % 40 === 0) return moved
  const k = i % COMPANIES
  const { _id, serial } = machine(k)
  return {
    ...moved,
    ...company(k),
    ownerPid: pidOf(`crowd-${k}`),
    equipment: { ...from.equipment, id: _id, serial },
  }
}

const message = (about: TicketRecord, i: number): MessageRecord => ({
  _id: `m-crowd-${i}`,
  pid: i % 2 === 0 ? about.ownerPid : pidOf('shenxiaowen'),
  at: about.updatedAt + i,
  ticketId: about._id,
  template: 'T1',
  fields: {},
  title: '工单进度',
  words: about.no,
  page: '/customer/ticket/index',
  read: i % 3 !== 0,
  push: 'no-credit',
  tries: 0,
  retryAt: null,
  survey: null,
  unsent: null,
})
