// The same problem complained of again (第十二条) becomes a draft of an 8D for the quality department (第十一条): one
// for a fingerprint, however often it is learnt; what is complained of later is linked to it. A complaint about a
// person is no matter of the product.
import { linkOf, happenedTo } from '../../../miniprogram/domain/quality/linking'
import { beginD8, d8Title, describeProblem } from '../../../miniprogram/domain/quality/start'
import { faultLeaf } from '../../../miniprogram/domain/company/fault-tree'
import { numberOf } from '../../../miniprogram/domain/company/kinds'
import { Refused } from '../../../miniprogram/domain/engine/refusals'
import { eightds, tickets } from '../../store/collections'
import { d8IdOf, random } from '../../store/ids'
import type { D8Record, PersonRecord, TicketRecord } from '../../store/records'
import { currentSettings } from '../company/settings'
import { clockActor, noFacts } from '../d8/ring'
import { changeD8 } from '../d8/change'
import { insertOnce } from '../d8/start'
import { tellD8 } from '../d8/tell'
import { nameOf, staffOnDuty, withRole } from '../staff-on-duty'
import { markMissed } from './missed'
import type { Learner } from './learner'

/** A learner: finds what nobody saw, drafts or links, and does nothing where that is done. */
export const learnRepeats: Learner = async (changed, now) => {
  const complaints = changed.filter(({ complaint, fingerprint }) => complaint && fingerprint !== '')
  if (complaints.length === 0) return
  const staff = await staffOnDuty()
  const all = await markMissed(complaints, staff, now)
  const again = all.filter(({ complaint }) => complaint?.repeat && complaint.about !== 'person')
  for (const ticket of again) await learn(ticket, staff, now)
}

async function learn(ticket: TicketRecord, staff: PersonRecord[], now: number): Promise<void> {
  const id = d8IdOf(`repeat:${ticket.fingerprint}`)
  const known = await eightds.get(id)
  const all = await concerned(ticket)
  if (!known) await draft(id, ticket, all, staff, now)
  else if (known.tab === 'open') await linkMore(known, all, staff, now)
}

/** The complaints of the problem and the services that they are about, each once. */
async function concerned(ticket: TicketRecord): Promise<TicketRecord[]> {
  const earlier = await Promise.all(ticket.complaint!.repeat!.earlier.map((one) => tickets.get(one.id)))
  const complaints = [...earlier, ticket].flatMap((one) => one ?? [])
  const services = await Promise.all(
    [...new Set(complaints.flatMap((one) => one.complaint?.ticket?.id ?? []))].map((id) => tickets.get(id)),
  )
  return [...complaints, ...services.flatMap((one) => one ?? [])]
}

async function draft(
  id: string,
  ticket: TicketRecord,
  all: readonly TicketRecord[],
  staff: PersonRecord[],
  now: number,
): Promise<void> {
  const fault = all.map((one) => one.faultClass).find((code) => faultLeaf(code) !== undefined) ?? ''
  const models = ticket.equipment.model ? [ticket.equipment.model] : []
  const lead = withRole(staff, 'quality')[0]
  const complaints = all.filter((one) => one.complaint !== null)
  const { version: rules, settings } = await currentSettings(now)
  const begun = beginD8(
    {
      _id: id,
      no: numberOf('8D', now, random()),
      state: 'draft',
      origin: 'repeat',
      title: d8Title(fault, models, `${ticket.equipment.model} ${ticket.subject}`.trim()),
      fault,
      models,
      problem: describeProblem(fault, ticket.description || ticket.subject, complaints.map(happenedTo)),
      urgent: '',
      tickets: all.map(linkOf),
      hiddenFrom: [...new Set(all.flatMap((one) => one.hiddenFrom ?? []))],
      rules,
      by: { pid: clockActor.pid, name: clockActor.name, title: '' },
      lead: lead ? nameOf(lead) : null,
    },
    `repeat-${id}`,
    now,
    settings,
  )
  const record = await insertOnce({ ...begun, untoldSince: now })
  await tellD8(record, record.untold, staff, now)
}

async function linkMore(
  first: D8Record,
  all: readonly TicketRecord[],
  staff: PersonRecord[],
  now: number,
): Promise<void> {
  let d8 = first
  for (const ticket of all) {
    if (d8.tickets.some((one) => one.id === ticket._id)) continue
    const wanted = { key: `link-${ticket._id}`, move: 'link' as const, input: { no: ticket.no }, now }
    const facts = { ...(await noFacts(d8, now)), ticket: linkOf(ticket) }
    try {
      d8 = await changeD8(d8, wanted, {
        ...{ actorOf: () => clockActor, staff, factsOf: () => Promise.resolve(facts) },
      })
    } catch (error) {
      // it is full, or quality took this one out on purpose
      if (!(error instanceof Refused)) throw error
    }
  }
}
