// ticket.enter: what came by phone, chat or 工作联系函, written down by staff (第十八条第1项).
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import { isServed } from '../../../miniprogram/domain/company/kinds'
import type { Submission } from '../../../miniprogram/domain/intake/open'
import { noMachine } from '../../../miniprogram/domain/ticket/ticket'
import { companies, people, tickets } from '../../store/collections'
import { ticketIdOf } from '../../store/ids'
import type { PersonRecord, TicketRecord } from '../../store/records'
import type { Action } from '../action'
import { staff as staffOnly } from '../caller'
import { currentSettings } from '../company/settings'
import { knownOf, linkedOf } from '../complaint/known'
import { factsOf, nameOf, staffOnDuty } from '../staff-on-duty'
import { findFor } from './known'
import { inTicket, machineOf, openOnce, receiptOf } from './submit'

export const enter: Action<'ticket.enter'> = async (caller, given) => {
  const { request, companyId, ownerPid } = given
  const id = ticketIdOf(caller.pid, request.key)
  const [person, company, machine, owner, staff, known, open, linked, held] = await Promise.all([
    staffOnly(caller, 'coordinator', 'manager', 'marketing'),
    companies.get(companyId),
    machineOf(request.equipmentId),
    ownerPid ? people.get(ownerPid) : null,
    staffOnDuty(),
    tickets.get(id),
    // a question or a complaint is no second request for the same job
    isServed(request.kind)
      ? findFor(
          caller.pid,
          { 'equipment.id': request.equipmentId },
          { limit: 50, only: ['no', 'category', 'kind'] },
        )
      : [],
    linkedOf(request),
    currentSettings(caller.now),
  ])
  if (known) return receiptOf(known, caller.now, held.settings)
  onlyLetters(person, given.source)
  if (!company || (machine && machine.companyId !== companyId)) throw new Refused('EQUIPMENT_NOT_FOUND')
  if (owner && owner.companyId !== companyId) throw new Refused('NOT_FOUND')
  const similar = open.find((one) => one.category !== 'closed' && isServed(one.kind))
  if (similar && !given.despite) throw already(similar, isOffice(person))
  // the clock of a phone may be some minutes ahead of the door's
  const { settings } = held
  const requestedAt = Math.min(given.requestedAt, caller.now)
  const reachable = withPhone(request, owner)
  const whole = await knownOf(reachable, linked, { pid: caller.pid, companyId, requestedAt, staff, settings })
  const submission: Submission = {
    id,
    ...whole,
    ownerPid: owner?._id ?? '',
    author: nameOf(person),
    source: given.source,
    letterNo: given.letterNo,
    special: given.special,
    company: { id: company._id, name: company.name, city: machine?.city ?? company.city },
    equipment: linked?.equipment ?? (machine ? inTicket(machine) : noMachine),
    requestedAt,
    rules: held.version,
    now: caller.now,
    facts: factsOf(staff, caller.now, held.settings),
  }
  return openOnce(caller, submission, owner ? [...staff, owner] : staff)
}

// Marketing reads a contact's number masked and can choose the person only: his own number goes into the request.
const withPhone = <R extends { contactPhone: string }>(request: R, owner: PersonRecord | null): R =>
  owner && request.contactPhone === '' ? { ...request, contactPhone: owner.phone } : request

// The office may go and look; marketing is told the number only.
const already = ({ _id, no }: Pick<TicketRecord, '_id' | 'no'>, mayOpen: boolean): Refused =>
  new Refused('SIMILAR_OPEN', {
    words: `这台设备已有处理中的工单 ${no}`,
    ...(mayOpen ? { ticket: _id } : {}),
  })

const isOffice = ({ roles }: PersonRecord): boolean =>
  roles.includes('coordinator') || roles.includes('manager')

// Marketing speaks to the department by 工作联系函 only.
function onlyLetters(person: PersonRecord, source: string): void {
  if (!isOffice(person) && source !== 'letter') throw new Refused('NO_PERMISSION')
}
