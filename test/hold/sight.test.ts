// Who sees what: every reading action beside everybody, every field of every answer, for a ticket of each kind. Each
// field's kind and each person's kinds stand by hand in sight/, so that a wrong table of domain/sight is seen; and what
// was planted in a ticket turns up with nobody who may not read it, in no field, in no word and in no file.
import { companies, invitations, peopleRecords } from '../../demo/people'
import { demoStart } from '../../demo/local'
import { d8Records } from '../../demo/eightds'
import { machines } from '../../demo/machines'
import { ticketRecords } from '../../demo/tickets'
import { inputs, type ActionName } from '../../miniprogram/domain/door/inputs'
import type { Role } from '../../miniprogram/domain/ticket/people'
import { joining, pidOf, World } from '../service/world'
import { readXlsxByHand } from '../service/xlsx'
import { wellFormed } from './permissions/inputs'
import { writes, writesOnTickets } from './permissions/writes'
import { fields } from './sight/fields'
import { complaint, inquiry, installation, note, repair } from './sight/jobs'
import { leavesOf, kindsOf, type Leaf } from './sight/leaves'
import { whoElse, whoTable, type WhoElse } from './sight/who'

const everybody = {
  owner: 'sunxiaobing',
  payer: 'liguoqiang',
  colleague: 'wuting',
  coordinator: 'shenxiaowen',
  manager: 'fanglixin',
  generalManager: 'zhengguodong',
  crew: 'zhouhai',
  normed: 'xuwei',
  asked: 'handong',
  workshop: 'taojun',
  technical: 'dumingyuan',
  author: 'jiangyue',
  quality: 'qinlan',
  marketing: 'caoning',
  admin: 'guanyu',
  otherCrew: 'luyifan',
  replaced: 'mazhiqiang',
  otherCompany: 'chenmeiling',
  visitor: 'nobody-yet',
} as const
type Who = keyof typeof everybody
const all = Object.keys(everybody) as Who[]
const may = kindsOf(whoTable)

/** A ticket of each kind; null: what is asked of no ticket. */
type About = 'repair' | keyof typeof whoElse
const others = Object.keys(whoElse) as (keyof typeof whoElse)[]

/** What somebody may be sent of a ticket of this kind, by hand. */
function mayOn(about: About, who: Who): ReadonlySet<string> {
  if (about === 'repair') return may[who]!
  const { who: names, more } = whoElse[about]
  if (!names.split(' ').includes(who)) return new Set()
  const beside = (more as Readonly<Record<string, string>>)[who] ?? ''
  return new Set([...may[who]!, ...beside.split(' ')])
}

/** Every action of the door that reads, those too that are still to come; a file that is made is read as well. */
const reading = (Object.keys(inputs) as ActionName[]).filter(
  (one) => one === 'export.make' || (!writes.includes(one) && !writesOnTickets.includes(one)),
)

const records = peopleRecords(demoStart)
const likes = (openid: string, name: string, like: string, more: object = {}) => ({
  ...records.find((one) => one.openid === like)!,
  _id: pidOf(openid),
  openid,
  name,
  ...more,
})
const more = [
  likes('sunxiaobing', '孙小兵', 'liguoqiang', { post: 'operator' as const }),
  likes('wuting', '吴婷', 'liguoqiang', { post: 'operator' as const }),
  likes('xuwei', '徐伟', 'handong'),
  likes('taojun', '陶军', 'handong'),
  likes('caoning', '曹宁', 'jiangyue'),
  likes('guanyu', '关宇', 'qinlan', { roles: ['admin'] as Role[] }),
]

/** What is planted in the ticket of the repair: its kind, and how it is found again. */
const planted: [kind: string, what: string, trace: RegExp][] = [
  ['words', 'the customer’s words', /暗语甲/],
  ['phone', 'the contact’s number', /13912345677/],
  ['price', 'the quote', /(^|\D)4,?321(\D|$)/],
  ['price', 'the extra', /(^|\D)3,?187(\D|$)/],
  ['cost', 'the trip’s cost', /(^|[^\w/-])7,?654([^\w/-]|$)/],
  ['internal', 'what we write for ourselves', /暗语乙/],
  ['score', 'what was said with the stars', /暗语丙/],
  ['receipt', 'the signature', /11,22 33,44/],
]
/** What is planted in the tickets of other kinds. */
const plantedElse: [about: keyof typeof whoElse, kind: string, what: string, trace: RegExp][] = [
  ['inquiry', 'words', 'the question', /暗语丁/],
  ['inquiry', 'phone', 'who asks', /13912345678/],
  ['inquiry', 'internal', 'why it was handed on', /暗语戊/],
  ['complaint', 'words', 'what is complained of', /暗语己/],
  ['complaint', 'phone', 'who complains', /13912345679/],
  ['complaint', 'internal', 'what was said on the phone', /暗语庚/],
  ['complaint', 'inquest', 'what was found out', /暗语辛/],
  ['installation', 'phone', 'who waits for the machine', /13912345670/],
  ['installation', 'cost', 'what a milestone cost us', /(^|\D)9,?876(\D|$)/],
]

interface Answered {
  about: About
  action: ActionName
  leaves: Leaf[]
}

describe('who sees what', () => {
  let world: World
  let id = ''
  let code = ''
  let ledger = ''
  const answers = new Map<Who, Answered[]>()

  beforeAll(async () => {
    world = await World.open({
      seed: (db) => {
        db.insert('people', [...records, ...more])
        db.insert('companies', companies)
        db.insert('equipment', machines)
        db.insert('eightds', d8Records(ticketRecords()))
        db.insert('invitations', invitations(demoStart))
      },
    })
    ledger = await world.upload(
      'shenxiaowen',
      `imports/${pidOf('shenxiaowen')}/l`,
      '日期,客户\n2024-03-05,澄远\n',
    )
    // whoever is asked for reads it before it is decided whether he goes
    const asked = async (about: string) => {
      for (const who of ['asked', 'workshop'] as const) answers.set(who, await everythingFor(who, about))
    }
    ;({ id, code } = await repair(world, asked))
    const made: Record<keyof typeof whoElse, string> = {
      inquiry: await inquiry(world),
      complaint: await complaint(world),
      installation: await installation(world),
    }
    await world.tick()
    for (const who of all) {
      const found = answers.get(who) ?? (await everythingFor(who, id))
      for (const about of others) found.push(...(await ofTicket(who, about, made[about])))
      answers.set(who, found)
    }
  }, 480_000)
  afterAll(() => world.close())

  const inputOf = (action: ActionName, about: string): unknown => {
    const file = action.startsWith('import.') ? { fileId: ledger } : {}
    const opened = action === 'company.peek' ? { code: joining.code } : {}
    return { ...(wellFormed(about)[action] as object), ...file, ...opened }
  }

  async function everythingFor(who: Who, about: string): Promise<Answered[]> {
    const found: Answered[] = []
    for (const action of reading)
      if (action !== 'export.make')
        found.push(...(await answer(who, 'repair', action, inputOf(action, about))))
    return [...found, ...(await filesFor(who))]
  }

  /** The actions that take a ticket, about another one. */
  async function ofTicket(who: Who, about: About, made: string): Promise<Answered[]> {
    const found: Answered[] = []
    for (const action of reading) {
      const input = inputOf(action, made)
      if (JSON.stringify(input).includes(made)) found.push(...(await answer(who, about, action, input)))
    }
    return found
  }

  async function answer(who: Who, about: About, action: ActionName, input: unknown): Promise<Answered[]> {
    const given = await world.knock(everybody[who], action, input)
    return given.ok ? [{ about, action, leaves: leavesOf(given.data) }] : []
  }

  /** Every file that may be exported, by its rows: what stands under which head. */
  async function filesFor(who: Who): Promise<Answered[]> {
    const asked = wellFormed('')
    const filters = {
      archive: { serial: 'QHV850-2403-016' },
      ...{ pareto: asked['stats.pareto'], cases: asked['stats.cases'], measures: asked['stats.measures'] },
      ...{ satisfaction: asked['stats.satisfaction'], articles: asked['stats.articles'] },
    }
    const found: Answered[] = []
    for (const [what, filter] of Object.entries(filters)) {
      const given = await world.knock(everybody[who], 'export.make', { what, filter })
      if (!given.ok) continue
      const { url } = given.data as { url: string }
      const sheet = readXlsxByHand(Buffer.from(await (await fetch(url)).arrayBuffer()))
      const [heads, ...rows] = sheet.map((row) => row.map(({ value }) => value))
      const named = rows.map((row) =>
        Object.fromEntries(row.map((value, i) => [String(heads![i]).replaceAll(' ', ''), value])),
      )
      const leaves = leavesOf({ ...(given.data as object), [what]: named })
      found.push({ about: 'repair', action: 'export.make', leaves })
    }
    return found
  }

  it('given the door’s actions, then each that reads has its fields by hand, and is answered to somebody', () => {
    expect(Object.keys(fields).sort()).toEqual([...reading].sort())
    const answered = new Set([...answers.values()].flat().map(({ action }) => action))
    expect(reading.filter((one) => !answered.has(one))).toEqual([])
  })

  it('given everything that is read, then each field of each answer is known by its path', () => {
    const unknown = new Set<string>()
    for (const { action, leaves } of [...answers.values()].flat())
      for (const leaf of leaves) if (!leaf.kind(fields[action]!)) unknown.add(`${action} ${leaf.path}`)
    expect([...unknown]).toEqual([])
  })

  it.each(all)('given %s, then no field is of a kind that is not his', (who) => {
    const sent = answers
      .get(who)!
      .flatMap(({ about, action, leaves }) =>
        leaves
          .filter((leaf) => !mayOn(about, who).has(leaf.kind(fields[action]!) ?? ''))
          .map((leaf) => `${about} ${action} ${leaf.path} (${leaf.kind(fields[action]!)})`),
      )
    expect([...new Set(sent)]).toEqual([])
  })

  it.each(planted)(
    'given %s planted as %s, then those read it who may, and nobody else in any word',
    (kind, _what, trace) => {
      expect(all.filter((who) => reads(who, trace))).toEqual(all.filter((who) => may[who]!.has(kind)))
    },
  )

  it.each(plantedElse)(
    'given in the %s %s planted as %s, then those read it who may, and nobody else in any word',
    (about, kind, _what, trace) => {
      const { archive = {} }: WhoElse = whoElse[about]
      const ought = all.filter(
        (who) => mayOn(about, who).has(kind) || archive[who]?.split(' ').includes(kind),
      )
      expect(all.filter((who) => reads(who, trace))).toEqual(ought)
    },
  )

  it('given a departure code, then the customer’s people alone read it', () => {
    const trace = new RegExp(`(^|\\D)${code}(\\D|$)`)
    expect(all.filter((who) => reads(who, trace))).toEqual(all.filter((who) => may[who]!.has('code')))
  })

  const reads = (who: Who, trace: RegExp): boolean =>
    answers.get(who)!.some(({ leaves }) => leaves.some(({ value }) => trace.test(String(value))))

  it('given somebody who is off the job, when his old key is repeated, then he is answered that it is his no more', async () => {
    expect((await world.refusal('mazhiqiang', 'ticket.open', { id })).code).toBe('NOT_FOUND')
    const { ticket } = await world.call('mazhiqiang', 'ticket.move', { ...note, id })
    expect(ticket).toMatchObject({ id, face: { words: '已不在您这里' }, visits: [], timeline: [], moves: [] })
    expect(planted.filter(([, , trace]) => trace.test(JSON.stringify(ticket)))).toEqual([])
  })
})
