// The same people at the door of the real back end: who they are there, and the ticket as it lies in the store.
import cloudbase from '@cloudbase/node-sdk'
import { companies, peopleRecords } from '../../demo/people'
import { demoStart } from '../../demo/local'
import { machines } from '../../demo/machines'
import { hash, pidOf, random } from '../../cloudfunctions/store/ids'
import type { TicketRecord } from '../../cloudfunctions/store/records'
import { defaults } from '../../miniprogram/domain/company/settings'
import { decide } from '../../miniprogram/domain/door/lifecycle'
import { relationsTo } from '../../miniprogram/domain/ticket/people'
import { openTicket } from '../../miniprogram/domain/door/open'
import type { Submission } from '../../miniprogram/domain/intake/open'
import type { Actor, Facts } from '../../miniprogram/domain/ticket/table'
import type { Ticket } from '../../miniprogram/domain/ticket/ticket'
import {
  complaining,
  complainingAgain,
  inquiring,
  installing,
  people,
  submission,
  type Who,
} from '../domain/world'
import { pointSdkAt } from '../local/cloud/place'
import { World } from '../service/world'
import type { Dice } from './cast'
import { choose, offersOf } from './choose'
import { wellFormed } from './inputs'

/** Their WeChat accounts in the demo company. */
export const accounts: Readonly<Record<Who, string>> = {
  sun: 'sunxiaobing',
  li: 'liguoqiang',
  chen: 'chenmeiling',
  shen: 'shenxiaowen',
  fang: 'fanglixin',
  zhou: 'zhouhai',
  ma: 'mazhiqiang',
  lu: 'luyifan',
  zheng: 'zhengguodong',
  han: 'handong',
  du: 'dumingyuan',
  qin: 'qinlan',
  jiang: 'jiangyue',
}
export const casting = { pid: (who: Who) => pidOf(accounts[who]) }

const records = peopleRecords(demoStart)
const recordOf = (who: Who) =>
  records.find((one) => one.openid === accounts[who]) ?? {
    ...records.find((one) => one.openid === 'liguoqiang')!,
    _id: pidOf(accounts.sun),
    openid: accounts.sun,
    name: '孙小兵',
    title: '操作员',
    post: 'operator' as const,
  }
const named = (who: Who) => ({ pid: casting.pid(who), name: recordOf(who).name, title: recordOf(who).title })

/** What somebody is to a ticket of the store. */
export const actorAt = (who: Who, ticket: Ticket): Actor => ({
  ...named(who),
  relations: relationsTo({ ...people[who], pid: casting.pid(who) }, ticket),
})

/** What the service knows beside the ticket, for a judgement made here. */
export const factsAt = (): Facts => ({
  settings: defaults,
  duty: {
    coordinator: named('shen'),
    manager: named('fang'),
    generalManager: named('zheng'),
    workshop: named('han'),
    technical: named('du'),
    quality: named('qin'),
  },
  staff: records
    .filter((one) => one.side === 'staff')
    .map(({ _id: pid, name, title, roles }) => ({ pid, name, title, roles })),
  other: null,
  random: random(),
  hash,
})

/** A world with the people and machines of the demo and without a ticket. */
export async function openHouse(): Promise<World> {
  const world = await World.open({
    seed: (db) => {
      db.insert('people', [...records, recordOf('sun')])
      db.insert('companies', companies)
      db.insert('equipment', machines)
    },
  })
  pointSdkAt(world.server.url)
  return world
}

const tickets = () => cloudbase.init({ env: 'local-env' }).database().collection('tickets')
export const stored = async (id: string): Promise<TicketRecord> =>
  ((await tickets().doc(id).get()) as { data: TicketRecord[] }).data[0]!
export const put = (ticket: Ticket) => tickets().add({ ...ticket, untoldSince: null })
export const drop = (id: string) => tickets().doc(id).remove()

/** What a story at the door is of; a complaint may be the same problem again, or about the manager. */
export const storyKinds = ['repair', 'installation', 'inquiry', 'complaint', 'again', 'about'] as const
export type StoryKind = (typeof storyKinds)[number]
const asking: Readonly<Record<StoryKind, () => Submission>> = {
  repair: submission,
  installation: installing,
  inquiry: inquiring,
  complaint: complaining,
  again: complainingAgain,
  about: () =>
    complaining(
      { about: 'person', personPid: casting.pid('fang'), topic: 'attitude', equipmentId: '' },
      { linked: null, person: named('fang'), isManager: true, earlier: [] },
    ),
}

/** A ticket that has come `far` steps on its way, decided here and not yet stored. */
export function onItsWay(id: string, kind: StoryKind, far: number, dice: Dice): Ticket {
  const facts = factsAt()
  const asked = asking[kind]()
  const author = { ...named('sun'), title: '报修人' }
  let ticket = openTicket({ ...asked, id, ownerPid: author.pid, author, facts })
  for (let i = 0; i < far; i++) ticket = onward(ticket, facts, dice, i)
  return { ...ticket, untold: [] }
}

function onward(ticket: Ticket, facts: Facts, dice: Dice, i: number): Ticket {
  const now = ticket.updatedAt + (1 + dice(20)) * 60_000
  const intent = choose('forward', ticket, offersOf(ticket, now, facts, actorAt), dice)
  if (!intent) return ticket
  const { who, move, visit } = intent
  const fileId = () => `${ticket._id.slice(-8)}w${i}-${dice(1_000_000)}`
  const input = wellFormed(move, visit, { ticket, now, cast: casting, dice, fileId })
  const key = `walk-${ticket._id}-${i}`
  const decision = decide(ticket, { move, visit, key, input, now, facts, actor: actorAt(who, ticket) })
  return decision.ok ? decision.ticket : ticket
}
