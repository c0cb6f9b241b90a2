// What a line of an old ledger leaves behind: a case for the statistics and an entry of 客户服务档案; no ticket.
import { sealed, withHeld, type ArchiveEntry } from '../archive/archive'
import { caseFrom, shortModel, type Case } from '../statistics/cases'
import { faultName, faultWords } from '../company/fault-tree'
import { yuan } from '../calendar/format'
import type { LedgerRecord } from './read'
import { startOf } from '../calendar/days'

/** Nobody noted when somebody was there or answered: what was not written down is not counted. */
export const caseOfRecord = (record: LedgerRecord): Case =>
  caseFrom({
    _id: record.id,
    ticketId: null,
    no: record.no,
    source: 'import',
    kind: 'repair',
    counted: true,
    day: record.day,
    model: shortModel(record.model),
    serial: record.serial,
    companyId: record.companyId,
    companyName: record.companyName,
    title: record.title,
    fault: record.fault,
    downtime: record.downtime,
    cost: record.cost,
    visits: [],
    response: null,
    resolution: null,
    repair: record.repair,
    firstFix: false,
    hiddenFrom: null,
  })

export const entryOfRecord = (record: LedgerRecord): ArchiveEntry =>
  sealed({
    id: record.id,
    at: startOf(record.day),
    kind: 'ledger',
    companyId: record.companyId,
    companyName: record.companyName,
    serial: record.serial,
    machine: record.model,
    no: record.no,
    ticketId: null,
    words: wordsOf(record, true),
    // what a repair cost the maker is no price of the customer's
    ...withHeld(record.cost > 0 ? ['cost'] : [], wordsOf(record, false)),
    by: record.by,
    internal: false,
    hiddenFrom: null,
  })

function wordsOf(
  { title, words, fault, faultWord, downtime, repair, cost }: LedgerRecord,
  withCost: boolean,
): string {
  const hours = (minutes: number): string => `${Math.round(minutes / 6) / 10} 小时`
  const rows = [
    // a record that is named after its fault says it once
    faultName(fault) === title ? '' : title,
    words,
    faultWord && `故障:${fault === '' ? faultWord : faultWords(fault)}`,
    downtime > 0 && `停机 ${hours(downtime)}`,
    repair !== null && `工时 ${hours(repair)}`,
    withCost && cost > 0 && `费用 ${yuan(cost)}`,
  ]
  return rows.filter(Boolean).join(';')
}
