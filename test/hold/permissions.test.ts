// Who may do what: every action of the door and every move of the tables beside everybody. A new one without its
// line here fails. y: done or shown, -: no permission, 0: it is not there for him, x: not his to do, j: has not
// joined, ?: nobody knows who calls, o: he may ask and is refused for another reason (named in the line's remark).
import { companies, peopleRecords } from '../../demo/people'
import { demoStart } from '../../demo/local'
import { machines } from '../../demo/machines'
import { inputs, moveInputs, type ActionName, type MoveName } from '../../miniprogram/domain/inputs'
import type { Role } from '../../miniprogram/domain/people'
import { answerTo, columns, whereEachIsPossible } from '../model/relations'
import { at, entry, given, invited, joining, newKey, pidOf, World } from '../service/world'

const everybody = {
  nobody: null,
  visitor: 'stranger',
  owner: 'sunxiaobing',
  payer: 'liguoqiang',
  operator: 'wuting',
  otherCompany: 'chenmeiling',
  coordinator: 'shenxiaowen',
  manager: 'fanglixin',
  generalManager: 'zhengguodong',
  crew: 'zhouhai',
  otherCrew: 'luyifan',
  replaced: 'mazhiqiang',
  asked: 'handong',
  normed: 'xuwei',
  workshop: 'taojun',
  technical: 'dumingyuan',
  author: 'jiangyue',
  marketing: 'caoning',
  quality: 'qinlan',
  admin: 'guanyu',
} as const
type Caller = keyof typeof everybody

const actionTable = `
action              nobody visitor owner payer operator otherCompany coordinator manager generalManager crew otherCrew replaced asked normed workshop technical author marketing quality admin
session.open        ?      y       y     y     y        y            y           y       y              y    y         y        y     y      y        y         y      y         y       y
company.peek        ?      o       o     o     o        o            o           o       o              o    o         o        o     o      o        o         o      o         o       o # wrong code
company.join        ?      o       o     o     o        o            o           o       o              o    o         o        o     o      o        o         o      o         o       o # wrong code
company.find        ?      j       -     -     -        -            y           y       -              -    -         -        -     -      -        -         y      y         -       -
equipment.list      ?      j       y     y     y        y            y           y       y              y    y         y        y     y      y        y         y      y         y       y
equipment.open      ?      j       y     y     y        o            y           y       y              y    y         y        y     y      y        y         y      y         y       y # another's machine is not found
ticket.submit       ?      j       o     o     o        o            -           -       -              -    -         -        -     -      -        -         -      -         -       - # no such machine
ticket.enter        ?      j       -     -     -        -            o           o       -              -    -         -        -     -      -        -         -      -         -       - # the machine has an open ticket; marketing by letter only
ticket.list         ?      j       y     y     y        y            y           y       y              y    y         y        y     y      y        y         y      y         y       y
ticket.open         ?      j       y     y     y        0            y           y       y              y    0         0        y     y      y        0         y      0         0       0
ticket.move         ?      j       y     y     y        0            y           y       x              y    0         0        x     y      x        0         y      0         0       0
ticket.merge        ?      j       -     -     -        -            o           o       x              x    0         0        x     x      x        0         x      0         0       0 # with itself
ticket.similar      ?      j       -     -     -        -            y           y       y              y    0         0        y     y      y        0         y      0         0       0
media.arrived       ?      j       0     0     0        0            0           0       0              0    0         0        0     0      0        0         0      0         0       0 # nobody announced it
receipt.verify      ?      j       y     y     y        0            y           y       y              y    0         0        y     y      y        0         y      0         0       0
dispatch.candidates ?      j       -     -     -        -            y           y       -              -    -         -        -     -      -        -         -      -         -       -
dispatch.board      ?      j       -     -     -        -            y           y       y              -    -         -        -     -      -        -         -      -         -       -
approve.open        ?      j       -     -     -        -            -           y       y              -    -         -        -     -      -        -         -      -         -       -
staff.list          ?      j       -     -     -        -            y           y       y              -    -         -        -     -      -        -         -      -         -       y
staff.invite        ?      j       -     -     -        -            -           y       y              -    -         -        -     -      -        -         -      -         -       y
staff.join          ?      o       o     o     o        o            o           o       o              o    o         o        o     o      o        o         o      o         o       o # wrong code
staff.change        ?      j       -     -     -        -            -           y       y              -    -         -        -     -      -        -         -      -         -       y
staff.absence       ?      j       -     -     -        -            y           y       y              -    y         -        -     -      -        -         -      -         -       y # his own
work.open           ?      j       -     -     -        -            y           y       y              y    y         y        y     y      y        y         y      y         y       y
work.queue          ?      j       -     -     -        -            y           -       -              -    -         -        -     -      -        -         -      -         -       -
inbox.list          ?      j       y     y     y        y            y           y       y              y    y         y        y     y      y        y         y      y         y       y
inbox.read          ?      j       y     y     y        y            y           y       y              y    y         y        y     y      y        y         y      y         y       y
consent.record      ?      y       y     y     y        y            y           y       y              y    y         y        y     y      y        y         y      y         y       y
`
const moveTable = `
move               owner colleague payer crew formerCrew helper workshop coordinator manager generalManager technical author timer none
verify             x     x         x     x    x          x      x        y           y       x              x         x      x     0
askInfo            x     x         x     x    x          x      x        y           y       x              x         x      x     0
supplement         y     y         y     x    x          x      x        x           x       x              x         x      x     0
decline            x     x         x     x    x          x      x        y           y       x              x         x      x     0
toRemote           x     x         x     x    x          x      x        y           y       x              x         x      x     0
remoteSolved       x     x         x     x    x          x      x        y           y       x              y         x      x     0
remoteFailed       x     x         x     x    x          x      x        y           y       x              y         x      x     0
consent            x     x         x     x    x          x      x        x           x       y              x         x      x     0
refuseConsent      x     x         x     x    x          x      x        x           x       y              x         x      x     0
takeIn             x     x         x     x    x          x      x        y           y       x              x         x      x     0
mergeInto          x     x         x     x    x          x      x        y           y       x              x         x      x     0
saveSite           y     y         y     x    x          x      x        x           x       x              x         x      x     0
confirmSite        y     y         y     x    x          x      x        x           x       x              x         x      x     0
confirmSiteByPhone x     x         x     x    x          x      x        y           y       x              x         x      x     0
siteNotReady       y     y         y     x    x          x      x        y           y       x              x         x      x     0
sendQuote          x     x         x     x    x          x      x        y           y       x              x         x      x     0
acceptQuote        o     o         y     x    x          x      x        x           x       x              x         x      x     0 # shown to all, blocked without the right to confirm costs
refuseQuote        x     x         y     x    x          x      x        x           x       x              x         x      x     0
quoteByPhone       x     x         x     x    x          x      x        y           y       x              x         x      x     0
assign             x     x         x     x    x          x      x        y           y       x              x         x      x     0
reject             x     x         x     y    x          x      x        x           x       x              x         x      x     0
reassign           x     x         x     x    x          x      x        x           y       x              x         x      x     0
waitPart           x     x         x     x    x          x      x        y           y       x              x         x      x     0
partArrived        x     x         x     x    x          x      x        y           y       x              x         x      x     0
lend               x     x         x     x    x          x      y        x           x       x              x         x      x     0
refuseLend         x     x         x     x    x          x      y        x           x       x              x         x      x     0
acceptNorms        x     x         x     x    x          y      x        x           x       x              x         x      x     0
askTrip            x     x         x     y    x          x      x        x           x       x              x         x      x     0
approveTrip        x     x         x     x    x          x      x        x           y       o              x         x      x     0 # the general manager from ¥5,000
rejectTrip         x     x         x     x    x          x      x        x           y       o              x         x      x     0 # the general manager from ¥5,000
changeRoute        x     x         x     y    x          x      x        x           x       x              x         x      x     0
agreeRoute         x     x         x     x    x          x      x        x           y       x              x         x      x     0
refuseRoute        x     x         x     x    x          x      x        x           y       x              x         x      x     0
prepare            x     x         x     y    x          x      x        x           x       x              x         x      x     0
depart             x     x         x     y    x          x      x        x           x       x              x         x      x     0
newEta             x     x         x     y    x          x      x        x           x       x              x         x      x     0
arrive             x     x         x     y    x          x      x        x           x       x              x         x      x     0
askExtra           x     x         x     y    x          x      x        x           x       x              x         x      x     0
approveExtra       x     x         x     x    x          x      x        x           y       x              x         x      x     0
rejectExtra        x     x         x     x    x          x      x        x           y       x              x         x      x     0
acceptExtra        y     y         y     x    x          x      x        x           x       x              x         x      x     0
refuseExtra        y     y         y     x    x          x      x        x           x       x              x         x      x     0
askDelay           x     x         x     y    x          x      x        x           x       x              x         x      x     0
acceptDelay        y     y         y     x    x          x      x        x           x       x              x         x      x     0
refuseDelay        y     y         y     x    x          x      x        x           x       x              x         x      x     0
recordDelay        x     x         x     x    x          x      x        y           y       x              x         x      x     0
setPlan            x     x         x     x    x          x      x        y           y       x              x         x      x     0
milestone          x     x         x     y    x          x      x        x           x       x              x         x      x     0
dayReport          x     x         x     y    x          x      x        x           x       x              x         x      x     0
report             x     x         x     y    x          x      x        x           x       x              x         x      x     0
installReport      x     x         x     y    x          x      x        x           x       x              x         x      x     0
askAppraisal       x     x         x     y    x          x      x        y           y       x              x         x      x     0
appraise           x     x         x     x    x          x      x        x           x       x              y         x      x     0
sign               y     y         y     x    x          x      x        x           x       x              x         x      x     0
renewCode          y     y         y     x    x          x      x        x           x       x              x         x      x     0
leave              x     x         x     y    x          x      x        x           x       x              x         x      x     0
leaveOnPaper       x     x         x     y    x          x      x        x           x       x              x         x      x     0
confirmPaper       x     x         x     x    x          x      x        y           y       x              x         x      x     0
rejectPaper        x     x         x     x    x          x      x        y           y       x              x         x      x     0
askException       x     x         x     y    x          x      x        x           x       x              x         x      x     0
allowException     x     x         x     x    x          x      x        x           y       x              x         x      x     0
refuseException    x     x         x     x    x          x      x        x           y       x              x         x      x     0
rate               y     y         y     x    x          x      x        x           x       x              x         x      x     0
close              x     x         x     x    x          x      x        y           y       x              x         x      x     0
urge               y     y         y     x    x          x      x        x           x       x              x         x      x     0
addNote            y     y         y     y    x          x      x        y           y       x              x         y      x     0
askReschedule      y     y         y     x    x          x      x        x           x       x              x         x      x     0
agreeReschedule    x     x         x     x    x          x      x        y           y       x              x         x      x     0
refuseReschedule   x     x         x     x    x          x      x        y           y       x              x         x      x     0
cancel             y     y         y     x    x          x      x        x           x       x              x         x      x     0
reopen             y     y         y     x    x          x      x        x           x       x              x         x      x     0
askHelp            x     x         x     y    x          y      x        x           x       x              x         x      x     0
takeHelp           x     x         x     x    x          x      x        y           y       x              x         x      x     0
answerHelp         x     x         x     x    x          x      x        y           y       x              x         x      x     0
warn               x     x         x     x    x          x      x        x           x       x              x         x      y     0
escalate           x     x         x     x    x          x      x        x           x       x              x         x      y     0
helpLate           x     x         x     x    x          x      x        x           x       x              x         x      y     0
dayReportLate      x     x         x     x    x          x      x        x           x       x              x         x      y     0
`

/** Lines of a table as name → answers; the first line names the columns. */
function read(table: string): Record<string, string[]> {
  const lines = table.trim().split('\n')
  return Object.fromEntries(
    lines.map((line) => {
      const [name, ...answers] = line.replace(/ #.*/, '').trim().split(/\s+/)
      return [name!, answers]
    }),
  )
}

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

const letters: Readonly<Record<string, string>> = {
  UNKNOWN_CALLER: '?',
  NOT_JOINED: 'j',
  NO_PERMISSION: '-',
  NOT_FOUND: '0',
  NOT_ALLOWED: 'x',
}

/** An input that each action would take from who may, about this ticket; harmless when taken. */
const wellFormed = (id: string): Record<ActionName, unknown> => ({
  'session.open': {},
  'company.peek': { code: 'AAAA-AAAA' },
  'company.join': { ...joining, code: 'AAAA-AAAA' },
  'company.find': { search: '澄远' },
  'equipment.list': {},
  'equipment.open': { serial: 'QHV850-2403-016' },
  'ticket.submit': { ...entry().request, equipmentId: 'none' },
  'ticket.enter': { ...entry(), source: 'phone' },
  'ticket.list': { tab: 'open' },
  'ticket.open': { id },
  'ticket.move': { id, key: newKey(), move: 'addNote', visit: null, input: { text: '已看', media: [] } },
  'ticket.merge': { id, into: id, key: newKey(), reason: '同一故障' },
  'ticket.similar': { id },
  'media.arrived': { id, media: 'none', fileId: 'none' },
  'receipt.verify': { id },
  'dispatch.candidates': { id },
  'dispatch.board': {},
  'approve.open': {},
  'staff.list': {},
  'staff.invite': { ...invited, key: newKey() },
  'staff.join': { code: 'AAAA-AAAA', phone: '', consent: true },
  'staff.change': { pid: pidOf('luyifan'), skills: [], base: '合肥', active: true },
  'staff.absence': {
    pid: pidOf('luyifan'),
    from: '2026-12-24',
    to: '2026-12-24',
    reason: '培训',
    remove: true,
  },
  'work.open': {},
  'work.queue': { queue: 'verify' },
  'inbox.list': {},
  'inbox.read': { ids: [] },
  'consent.record': { results: [] },
})

describe('who may do what', () => {
  let world: World
  let id = ''
  beforeAll(async () => {
    world = await World.open({
      seed: (db) => {
        db.insert('people', [...records, ...more])
        db.insert('companies', companies)
        db.insert('equipment', machines)
      },
    })
    id = await job()
  })
  afterAll(() => world.close())

  /** A letter of 蒋悦 for 孙小兵: sent to 马志强 with 韩冬 (asked) and 徐伟 (lent and bound), then 周海 instead. */
  async function job(): Promise<string> {
    const letter = {
      ...entry(),
      ownerPid: pidOf('sunxiaobing'),
      source: 'letter' as const,
      letterNo: 'GZ-26-31',
    }
    const { id: made } = await world.call('jiangyue', 'ticket.enter', letter)
    await world.move('shenxiaowen', made, 'verify', { ...given.verify, charge: 'free', estimate: null })
    const companions = [pidOf('handong'), pidOf('xuwei')]
    await world.move('fanglixin', made, 'assign', {
      ...given.assign,
      engineer: pidOf('mazhiqiang'),
      companions,
    })
    await world.move('taojun', made, 'lend', { helper: pidOf('xuwei'), note: '' })
    await world.move('xuwei', made, 'acceptNorms', { norms: true })
    await world.move('fanglixin', made, 'reassign', { engineer: pidOf('zhouhai'), reason: '马志强请假' })
    return made
  }

  async function letterOf(caller: Caller, action: ActionName): Promise<string> {
    const answer = await world.knock(everybody[caller], action, wellFormed(id)[action])
    return answer.ok ? 'y' : (letters[answer.refusal.code] ?? 'o')
  }

  it('given everybody, then each action of the door answers as its line says', async () => {
    const { action: heads, ...lines } = read(actionTable)
    expect(Object.keys(lines).sort()).toEqual(Object.keys(inputs).sort())
    expect(heads).toEqual(Object.keys(everybody))
    for (const [action, expected] of Object.entries(lines)) {
      const got: string[] = []
      for (const caller of Object.keys(everybody) as Caller[])
        got.push(await letterOf(caller, action as ActionName))
      expect([action, got.join(' ')]).toEqual([action, expected.join(' ')])
    }
  })

  it('given an appraisal that is asked for, then the technical department sees the ticket; before it did not', async () => {
    expect((await world.refusal('dumingyuan', 'ticket.open', { id })).code).toBe('NOT_FOUND')
    await world.move('shenxiaowen', id, 'askAppraisal', { question: '编码器能否修', media: [] })
    const { ticket } = await world.call('dumingyuan', 'ticket.open', { id })
    expect(ticket.moves.map((one) => one.move)).toEqual(['appraise'])
  })

  it('given a person, when he calls the clock, then nothing rings', async () => {
    await world.clock(at('11-27T10:00'))
    expect(await world.tick('zhengguodong')).toEqual({ rung: 0, told: 0, sent: 0 })
  })

  it('given a ticket in which a move is possible, then each relation may make it as its line says', () => {
    const { move: heads, ...lines } = read(moveTable)
    expect(Object.keys(lines).sort()).toEqual(Object.keys(moveInputs).sort())
    expect(heads).toEqual(columns)
    const possible = whereEachIsPossible()
    for (const [move, expected] of Object.entries(lines)) {
      const found = possible.get(move as MoveName)
      if (!found) throw new Error(`no story in which ${move} is possible`)
      const got = columns.map((column) => answerTo(column, move as MoveName, found))
      expect([move, got.join(' ')]).toEqual([move, expected.join(' ')])
    }
  })
})
