// Who stands in for whom is worked out when the roll changes and by the clock, and kept with each person: a call costs
// nothing more for it. What somebody holds who is not there goes to his stand-in, and back on the day he returns.
import { holderOf } from '../../../miniprogram/domain/door/lifecycle'
import { cut, isoDay, wechatTime } from '../../../miniprogram/domain/calendar/format'
import { factsFor as hiddenFacts } from '../../../miniprogram/domain/ticket/stand-ins'
import { emptyRoles, isAway, standingsOf, type OnRoll } from '../../../miniprogram/domain/ticket/stand-ins'
import { roles, type Role } from '../../../miniprogram/domain/ticket/people'
import { messages, people, tickets } from '../../store/collections'
import type { PersonRecord } from '../../store/records'
import { DuplicateError } from '../../store/table'
import { factsFor } from '../facts'
import { staffOnDuty } from '../staff-on-duty'
import { findFor } from '../ticket/known'

const MOST = 500

const onRoll = ({ _id, roles: own, absences }: PersonRecord): OnRoll => ({
  pid: _id,
  roles: own,
  absences: absences ?? [],
})

/** Brings standings and holders up to date; `left` are people who have gone. Safe to repeat. */
export async function settleStandings(now: number, left: readonly string[] = []): Promise<void> {
  const staff = await staffOnDuty()
  const today = isoDay(now)
  const roll = staff.map(onRoll)
  const next = standingsOf(roll, today)
  const known = staff.filter(({ standings = [] }) => standings.length > 0).map(({ _id }) => _id)
  const away = roll.filter((one) => isAway(one, today)).map(({ pid }) => pid)
  const concerned = [...new Set([...left, ...known, ...away, ...next.keys()])]
  if (concerned.length > 0) await handOver(concerned, staff, now)
  // after the tickets: what was not finished is seen again by the next tick
  for (const { _id, standings = [] } of staff) {
    const own = next.get(_id) ?? []
    if (JSON.stringify(own) !== JSON.stringify(standings)) await people.set({ _id }, { standings: own })
  }
  await tellAdministrators(emptyRoles(roll), staff, now)
}

/** Who holds a ticket by his role, and is not there or stands in no more, gives it to who does. */
async function handOver(pids: readonly string[], staff: PersonRecord[], now: number): Promise<void> {
  const held = await findFor('', { 'holder.pid': { in: [...pids] } }, { limit: MOST })
  for (const ticket of held) {
    const facts = hiddenFacts(ticket.hiddenFrom, await factsFor(ticket, staff, now))
    const holder = holderOf(ticket, facts)
    if (holder?.pid !== ticket.holder?.pid)
      await tickets.set({ _id: ticket._id, rev: ticket.rev }, { holder })
  }
}

/** A role that nobody has: the next above holds it, and who runs the installation is told once a month. */
async function tellAdministrators(empty: readonly Role[], staff: PersonRecord[], now: number): Promise<void> {
  const having = (role: Role) => staff.filter((one) => one.roles.includes(role))
  const told = [having('admin'), having('generalManager'), having('manager')].find((some) => some.length > 0)
  for (const role of empty)
    for (const { _id: pid } of told ?? [])
      await remind(`nobody-${role}-${isoDay(now).slice(0, 7)}-${pid}`, pid, now, {
        title: `没有${roles[role]}`,
        about: '人员',
        words: `没有人是${roles[role]},由上一级代办;请邀请同事`,
        page: '/office/staff/index',
      })
}

interface Reminder {
  title: string
  about: string
  words: string
  page: string
}

/** A word about people, not about a ticket, into somebody's inbox; the same id tells once. */
export async function remind(_id: string, pid: string, now: number, said: Reminder): Promise<void> {
  const { title, about, words, page } = said
  try {
    await messages.insert({
      ...{ _id, pid, at: now, ticketId: '', template: 'T6', title, words, page },
      fields: {
        thing1: cut(title, 20),
        thing2: cut(about, 20),
        time3: wechatTime(now),
        thing4: cut(words, 20),
      },
      ...{ read: false, push: 'quiet', tries: 0, retryAt: null, survey: null, unsent: null },
    })
  } catch (error) {
    if (!(error instanceof DuplicateError)) throw error
  }
}
