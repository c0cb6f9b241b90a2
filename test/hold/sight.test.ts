// Who sees what: every reading action beside everybody, every field of every answer. Each field's kind and each
// person's kinds stand by hand in sight/, so that a wrong table of domain/sight is seen; and what was planted in a
// ticket turns up with nobody who may not read it, in no field and in no word.
import { companies, peopleRecords } from '../../demo/people'
import { demoStart } from '../../demo/local'
import { d8Records } from '../../demo/eightds'
import { machines } from '../../demo/machines'
import { ticketRecords } from '../../demo/tickets'
import type { ActionName, MoveName } from '../../miniprogram/domain/door/inputs'
import type { Role } from '../../miniprogram/domain/ticket/people'
import { entry, given, pidOf, World } from '../service/world'
import { wellFormed } from './permissions/inputs'
import { fields } from './sight/fields'
import { leavesOf, kindsOf, type Leaf } from './sight/leaves'
import { whoTable } from './sight/who'

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
} as const
type Who = keyof typeof everybody
const all = Object.keys(everybody) as Who[]
const may = kindsOf(whoTable)

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

/** What is planted in the ticket: its kind, and how it is found again. */
const planted: [kind: string, what: string, trace: RegExp][] = [
  ['words', 'the customer’s words', /暗语甲/],
  ['phone', 'the contact’s number', /13912345677/],
  ['price', 'the quote', /(^|\D)4,?321(\D|$)/],
  ['price', 'the extra', /(^|\D)3,?187(\D|$)/],
  ['cost', 'the trip’s cost', /(^|\D)7,?654(\D|$)/],
  ['internal', 'what we write for ourselves', /暗语乙/],
  ['score', 'what was said with the stars', /暗语丙/],
  ['receipt', 'the signature', /11,22 33,44/],
]

/** What 马志强 wrote while the job was his. */
const note = {
  key: 'key-of-his-note',
  move: 'addNote' as const,
  visit: null,
  input: { text: '我先看图纸', media: [] },
}
const price = (amount: number) => [{ name: '一项', amount }]

describe('who sees what', () => {
  let world: World
  let id = ''
  let code = ''
  const answers = new Map<Who, [action: string, leaves: Leaf[]][]>()

  beforeAll(async () => {
    world = await World.open({
      seed: (db) => {
        db.insert('people', [...records, ...more])
        db.insert('companies', companies)
        db.insert('equipment', machines)
        db.insert('eightds', d8Records(ticketRecords()))
      },
    })
    id = await job()
    await world.tick()
    for (const who of all) if (!answers.has(who)) answers.set(who, await everythingFor(who, id))
  }, 240_000)
  afterAll(() => world.close())

  const mover = (made: string) => (who: string, name: MoveName, input: Record<string, unknown>) =>
    world.move(who, made, name, input)

  /** A letter of 蒋悦 for 孙小兵 that goes its whole way; every kind of field has something planted in it. */
  async function job(): Promise<string> {
    const from = entry()
    const contact = { contactPhone: '13912345677', description: '回零报警,暗语甲' }
    const { id: made } = await world.call('jiangyue', 'ticket.enter', {
      ...from,
      ownerPid: pidOf('sunxiaobing'),
      source: 'letter',
      letterNo: 'GZ-26-31',
      request: { ...from.request, ...contact } as typeof from.request,
    })
    const move = mover(made)
    await move('shenxiaowen', 'verify', { ...given.verify, estimate: 4321, note: '核实暗语乙' })
    await move('liguoqiang', 'acceptQuote', {})
    const companions = [pidOf('handong'), pidOf('xuwei')]
    await move('fanglixin', 'assign', { ...given.assign, engineer: pidOf('mazhiqiang'), companions })
    await move('taojun', 'lend', { helper: pidOf('xuwei'), note: '' })
    await move('xuwei', 'acceptNorms', { norms: true })
    await world.call('mazhiqiang', 'ticket.move', { ...note, id: made })
    await move('fanglixin', 'reassign', { engineer: pidOf('zhouhai'), reason: '马志强请假,暗语乙' })
    await move('shenxiaowen', 'addNote', { text: '这家催得紧,暗语乙', media: [] })
    await move('zhouhai', 'askTrip', { ...given.askTrip, costs: price(754).concat(price(6900)) })
    await move('zhengguodong', 'approveTrip', { note: '快去暗语乙' })
    await move('zhouhai', 'prepare', given.prepare)
    // whoever is asked for reads it before it is decided whether he goes
    for (const who of ['asked', 'workshop'] as const) answers.set(who, await everythingFor(who, made))
    await move('taojun', 'refuseLend', { helper: pidOf('handong'), note: '走不开' })
    return leaving(made)
  }

  async function leaving(made: string): Promise<string> {
    const act = mover(made)
    const extra = { what: '换碟簧', reason: '拉刀力不足', lines: price(3187), free: false, media: [] }
    await act('zhouhai', 'depart', given.depart)
    await act('zhouhai', 'arrive', given.arrive)
    await act('zhouhai', 'askAppraisal', { question: '编码器能否修', media: [] })
    await act('zhouhai', 'askExtra', { ...extra, finishBy: given.assign.finishBy })
    await act('fanglixin', 'approveExtra', { lines: price(3187), free: false, note: '批了暗语乙' })
    await act('liguoqiang', 'acceptExtra', {})
    await world.report('zhouhai', made)
    await act('wuting', 'sign', { ...given.sign, signature: '11,22 33,44' })
    const { visits } = (await world.call('sunxiaobing', 'ticket.open', { id: made })).ticket
    code = visits[0]!.receipt!.code!.digits
    await act('zhouhai', 'leave', { code })
    await act('sunxiaobing', 'rate', {
      ...given.rate,
      stars: 1,
      reasons: ['unfixed'],
      note: '评语暗语丙',
      callBack: true,
    })
    return made
  }

  async function everythingFor(who: Who, about: string): Promise<[string, Leaf[]][]> {
    const found: [string, Leaf[]][] = []
    for (const action of Object.keys(fields)) {
      const input = wellFormed(about)[action as ActionName]
      const answer = await world.knock(everybody[who], action, input)
      if (answer.ok) found.push([action, leavesOf(answer.data)])
    }
    return found
  }

  it('given everything that is read, then each field of each answer is known by its path', () => {
    const unknown = new Set<string>()
    for (const found of answers.values())
      for (const [action, leaves] of found)
        for (const leaf of leaves) if (!leaf.kind(fields[action]!)) unknown.add(`${action} ${leaf.path}`)
    expect([...unknown]).toEqual([])
  })

  it.each(all)('given %s, then no field is of a kind that is not his', (who) => {
    const sent = answers
      .get(who)!
      .flatMap(([action, leaves]) =>
        leaves
          .filter((leaf) => !may[who]!.has(leaf.kind(fields[action]!) ?? ''))
          .map((leaf) => `${action} ${leaf.path} (${leaf.kind(fields[action]!)})`),
      )
    expect([...new Set(sent)]).toEqual([])
  })

  it.each(planted)(
    'given %s planted as %s, then those read it who may, and nobody else in any word',
    (kind, _what, trace) => {
      expect(all.filter((who) => reads(who, trace))).toEqual(all.filter((who) => may[who]!.has(kind)))
    },
  )

  it('given a departure code, then the customer’s people alone read it', () => {
    const trace = new RegExp(`(^|\\D)${code}(\\D|$)`)
    expect(all.filter((who) => reads(who, trace))).toEqual(all.filter((who) => may[who]!.has('code')))
  })

  const reads = (who: Who, trace: RegExp): boolean =>
    answers.get(who)!.some(([, leaves]) => leaves.some(({ value }) => trace.test(String(value))))

  it('given somebody who is off the job, when his old key is repeated, then he is answered that it is his no more', async () => {
    expect((await world.refusal('mazhiqiang', 'ticket.open', { id })).code).toBe('NOT_FOUND')
    const { ticket } = await world.call('mazhiqiang', 'ticket.move', { ...note, id })
    expect(ticket).toMatchObject({ id, face: { words: '已不在您这里' }, visits: [], timeline: [], moves: [] })
    expect(planted.filter(([, , trace]) => trace.test(JSON.stringify(ticket)))).toEqual([])
  })
})
