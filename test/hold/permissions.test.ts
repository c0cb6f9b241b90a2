// Who may do what: every action of the door and every move of the tables beside everybody. A new one without its
// line here fails. y: done or shown, -: no permission, 0: it is not there for him, x: not his to do, j: has not
// joined, ?: nobody knows who calls, o: he may ask and is refused for another reason (named in the line's remark).
import { companies, peopleRecords } from '../../demo/people'
import { demoStart } from '../../demo/local'
import { d8Records } from '../../demo/eightds'
import { machines } from '../../demo/machines'
import { ticketRecords } from '../../demo/tickets'
import { inputs, moveInputs, type ActionName, type MoveName } from '../../miniprogram/domain/door/inputs'
import type { Role } from '../../miniprogram/domain/ticket/people'
import { actionTable } from './permissions/actions'
import { wellFormed } from './permissions/inputs'
import { moveTable } from './permissions/moves'
import { answerTo, columns, whereEachIsPossible } from '../model/relations'
import { at, entry, given, pidOf, World } from '../service/world'

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

describe('who may do what', () => {
  let world: World
  let id = ''
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
    expect(Object.values((await world.tick('zhengguodong')) as object).filter((one) => one !== 0)).toEqual([])
  })

  it('given a ticket in which a move is possible, then each relation may make it as its line says', () => {
    const { move: heads, ...lines } = read(moveTable)
    const unsaid = Object.keys(moveInputs).filter((move) => !(move in lines))
    if (unsaid.length > 0) throw new Error(`say in permissions/moves.ts who may: ${unsaid.join(', ')}`)
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
