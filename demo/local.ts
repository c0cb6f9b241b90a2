// What the local default needs to know of this product: people, first data, indexes, templates.
import { defaults } from '../miniprogram/domain/company/settings'
import { resolve } from 'node:path'
import { caseOf, judged } from '../miniprogram/domain/statistics/cases'
import { isoDay } from '../miniprogram/domain/calendar/format'
import { momentsOf } from '../miniprogram/domain/statistics/moments'
import { countMachines } from '../miniprogram/domain/statistics/fleet'
import { templates } from '../miniprogram/domain/company/templates'
import { fleetDoc, rollupsOf } from '../cloudfunctions/store/rollups'
import { collections } from '../cloudfunctions/store/schema'
import type { LocalOptions, SeedDb } from '../local/options'
import { learntReturn, returnOf, type MachineReturn } from '../miniprogram/domain/returning/returning'
import type { Ticket } from '../miniprogram/domain/ticket/ticket'
import { knowledgeRecords } from './inquiries'
import { d8Records } from './eightds'
import { archiveRecords } from './archive'
import { machines } from './machines'
import { manuals } from './manuals'
import { pastCases } from './past'
import { companies, invitations, peopleRecords, personas } from './people'
import { changes, faults, nextStop, nextWorkday } from './play'
import { scenes } from './scenes'
import { ticketRecords } from './tickets'
import { instantOf } from '../miniprogram/domain/calendar/days'

/** Monday of the demo, 09:40. */
export const demoStart = instantOf('2026-11-23', '09:40')

const root = resolve(__dirname, '..')

/** Options of the local default; DEMO=0 begins with an empty company. */
export function options(env: NodeJS.ProcessEnv = process.env): LocalOptions {
  const demo = env.DEMO !== '0'
  return {
    title: 'Jifu 机服',
    appName: '启衡服务',
    miniprogramRoot: resolve(root, 'miniprogram'),
    functionsRoot: resolve(root, 'dist/cloudfunctions'),
    dataDir: resolve(env.DATA_DIR ?? resolve(root, '.data')),
    port: Number(env.PORT ?? 5180),
    envId: 'local-env',
    appId: 'wx0000000000000000',
    indexes: collections,
    personas,
    templates: Object.fromEntries(Object.entries(templates).map(([key, one]) => [`local-${key}`, one])),
    seed: (db) => seed(db, demo),
    scenes: demo ? scenes : [],
    ...(demo ? { startTime: demoStart } : {}),
    undelivered: '已放入「消息」并提示内勤',
    nextStop,
    nextWorkday,
    changes,
    faults,
    watch: env.WATCH !== '0',
  }
}

function seed(db: SeedDb, demo: boolean): void {
  const people = peopleRecords(demoStart)
  db.insert('people', demo ? people : people.filter((one) => one.side === 'staff'))
  if (!demo) return
  db.insert('companies', companies)
  db.insert(
    'manuals',
    manuals.map((one) => ({ _id: `${one.key}-${one.version}`, current: true, ...one })),
  )
  db.insert('invitations', invitations(demoStart))
  const tickets = ticketRecords((path, content) => db.put(path, content))
  const lastAt = (id: string) =>
    Math.max(
      0,
      ...tickets
        .filter((one) => one.equipment.id === id)
        .flatMap((one) => one.visits.map((visit) => visit.leftAt ?? 0)),
    )
  db.insert(
    'equipment',
    machines.map((one) => ({ ...one, lastServiceAt: lastAt(one._id) || null })),
  )
  db.insert('tickets', tickets)
  const d8s = d8Records(tickets)
  db.insert('eightds', d8s)
  const past = pastCases(demoStart, companies)
  db.insert('archive', archiveRecords(tickets, past, d8s))
  const cases = judged([...tickets.map((one) => caseOf(one, defaults)), ...past], defaults)
  const moments = tickets.flatMap((one) => momentsOf(one, defaults))
  db.insert('cases', cases)
  db.insert('moments', moments)
  db.insert('rollups', [
    ...rollupsOf(cases, moments),
    fleetDoc(isoDay(demoStart), countMachines({}, machines, defaults)),
  ])
  db.insert('returnVisits', lastReturns(tickets))
  db.insert('knowledge', knowledgeRecords(tickets, people))
}

/** Each machine's return visit, as the clock learns it from the services so far. */
function lastReturns(tickets: readonly Ticket[]): MachineReturn[] {
  const known = new Map<string, MachineReturn>()
  for (const fresh of tickets.flatMap((ticket) => returnOf(ticket, defaults) ?? [])) {
    const before = known.get(fresh._id)
    const next = before ? learntReturn(before, fresh) : fresh
    if (next) known.set(next._id, { ...next, rev: 1 })
  }
  return [...known.values()]
}
