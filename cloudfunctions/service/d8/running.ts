// Which 8D records of a fault run, as a person may know of them, and whether he may begin one.
import { d8RelationsTo } from '../../../miniprogram/domain/quality/lifecycle'
import type { D8OfFault } from '../../../typings/contract'
import { eightds } from '../../store/collections'
import type { D8Record, PersonRecord } from '../../store/records'
import { personOf } from '../caller'
import { starters } from './seen'

/** Those that are not over; nothing runs for what is no class. */
export async function runningOf(fault: string): Promise<D8Record[]> {
  return fault === '' ? [] : eightds.find({ fault, tab: 'open' }, { limit: 10 })
}

export const seenRunning = (person: PersonRecord, found: readonly D8Record[]): D8OfFault['running'] =>
  found
    .filter((one) => d8RelationsTo(personOf(person), one).length > 0)
    .map(({ _id: id, no, title }) => ({ id, no, title }))

export const mayStart = ({ roles }: PersonRecord): boolean => roles.some((role) => starters.includes(role))
