// What is known of a complaint before it is opened: the service it is about, the person, and the same problem before.
import { fingerprintOf, type Known } from '../../../miniprogram/domain/complaint/open'
import { lengthOf } from '../../../miniprogram/domain/company/deadlines'
import type { Settings } from '../../../miniprogram/domain/company/settings'
import type { Request } from '../../../miniprogram/domain/intake/request'
import type { Name } from '../../../miniprogram/domain/ticket/parts'
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import { tickets } from '../../store/collections'
import type { PersonRecord, TicketRecord } from '../../store/records'
import { nameOf } from '../staff-on-duty'
import { servedBy } from './served'

/** Nobody complains oftener of one thing in the window. */
const MOST = 50

interface Asking {
  pid: string
  companyId: string
  requestedAt: number
  staff: readonly PersonRecord[]
  settings: Settings
}

/** The ticket that a request names, read beside the others; null for what is no complaint. */
export const linkedOf = async (request: Request): Promise<TicketRecord | null> =>
  request.kind === 'complaint' && request.ticketId ? tickets.get(request.ticketId) : null

/** What the rules need; undefined for what is no complaint. Refuses what is not this company's. */
export async function knownOf(
  request: Request,
  linked: TicketRecord | null,
  { pid, companyId, requestedAt, staff, settings }: Asking,
): Promise<{ request: Request; known?: Known }> {
  if (request.kind !== 'complaint') return { request }
  if (request.ticketId && linked?.companyId !== companyId) throw new Refused('NOT_FOUND')
  const whole = { ...request, equipmentId: linked?.equipment.id || request.equipmentId }
  const about = linked && { id: linked._id, no: linked.no, faultClass: linked.faultClass }
  const fingerprint = fingerprintOf(companyId, whole, about)
  const [person, earlier] = await Promise.all([
    request.personPid ? personOf(request.personPid, pid, companyId, staff) : null,
    before(fingerprint, requestedAt - lengthOf(settings, 'complaintRepeatDays')),
  ])
  const isManager = staff.some(({ _id, roles }) => _id === person?.pid && roles.includes('manager'))
  return { request: whole, known: { linked: about, person, isManager, earlier } }
}

async function personOf(
  whom: string,
  pid: string,
  companyId: string,
  staff: readonly PersonRecord[],
): Promise<Name> {
  const no = (words: string) => new Refused('INVALID_INPUT', { fields: { personPid: words } })
  if (whom === pid) throw no('涉及您本人的投诉请由同事登记')
  const { people } = await servedBy(pid, companyId, staff)
  const found = people.some((one) => one.pid === whom) && staff.find(({ _id }) => _id === whom)
  if (!found) throw no('请从为您服务过的人员中选择')
  return nameOf(found)
}

// What was withdrawn was no complaint; what was merged was one.
async function before(fingerprint: string, since: number): Promise<Known['earlier']> {
  if (fingerprint === '') return []
  const found = await tickets.find(
    { fingerprint, requestedAt: { gt: since } },
    { order: ['requestedAt', 'asc'], limit: MOST, only: ['no', 'state'] },
  )
  return found.filter(({ state }) => state !== 'cancelled').map(({ _id: id, no }) => ({ id, no }))
}
