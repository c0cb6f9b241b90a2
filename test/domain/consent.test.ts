// Which tap asks for which messages: the table of ux.md 7, row by row, beside the table of the code.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Kind } from '../../miniprogram/domain/company/kinds'
import { asksOfKind, asksOfMove, asksOfStaff } from '../../miniprogram/domain/company/templates'

type Asked = { kinds?: readonly Kind[]; moves?: readonly (keyof typeof asksOfMove)[]; ids: readonly string[] }
const rows: Readonly<Record<string, Asked>> = {
  '提交 报修/安装/退换货': { kinds: ['repair', 'installation', 'return'], ids: ['T1', 'T2', 'T4'] },
  确认现场已具备: { moves: ['confirmSite'], ids: ['T2', 'T3', 'T4'] },
  // nobody but the engineer says that he has arrived: there is no such tap of a customer
  '确认到场 · 确认增项/延期': {
    moves: ['acceptQuote', 'acceptExtra', 'acceptDelay'],
    ids: ['T4', 'T3', 'T1'],
  },
  签署并生成离场码: { moves: ['sign'], ids: ['T4', 'T1'] },
  '提交 咨询/配件 · 催办 · 提交评价(要回电)': {
    kinds: ['inquiry', 'parts'],
    moves: ['urge', 'rate', 'changeRating'],
    ids: ['T1', 'T3'],
  },
  // who refuses a plan waits for the next one
  提交投诉: { kinds: ['complaint'], moves: ['refusePlan'], ids: ['T5', 'T1'] },
}

const app = join(__dirname, '../../miniprogram')
/** What the pages of a folder hand to `askConsent`. */
const askedIn = (folder: string): string[] =>
  readdirSync(join(app, folder)).flatMap((page) => {
    const source = readFileSync(join(app, folder, page, 'index.ts'), 'utf8')
    return [...source.matchAll(/askConsent\(([^)]*)\)/g)].map(([, what]) => `${page} ${what}`)
  })

describe('asking to be told by WeChat', () => {
  it.each(Object.entries(rows))('given %s, then its ids are asked for, three at most', (_tap, row) => {
    const { kinds = [], moves = [], ids } = row
    for (const kind of kinds) expect([kind, ...asksOfKind[kind]]).toEqual([kind, ...ids])
    for (const move of moves) expect([move, ...asksOfMove[move]]).toEqual([move, ...ids])
    expect(ids.length).toBeLessThanOrEqual(3)
  })

  it('given everything in the table, then it stands in a row of ux.md 7', () => {
    const all = Object.values(rows)
    expect(all.flatMap(({ moves = [] }) => moves).sort()).toEqual(Object.keys(asksOfMove).sort())
    expect(all.flatMap(({ kinds = [] }) => kinds).sort()).toEqual(Object.keys(asksOfKind).sort())
  })

  it('given the customers’ pages, then each asks for what its tap is', () => {
    expect(askedIn('customer').sort()).toEqual([
      'complain asksOfKind.complaint',
      'confirm asksOfMove[move as keyof typeof asksOfMove]',
      'done templates',
      'plan asksOfMove.refusePlan',
      'rate asksOfMove.rate',
      'ready asksOfMove.confirmSite',
      'receipt asksOfMove.sign',
      'submit asksOfKind[kind]',
      'ticket asksOfMove.urge',
    ])
  })

  it('given 接单, 出发, 准备完成, 审批 同意, 求助发送, then the next task is asked for, and nothing else of the maker’s people', () => {
    expect(asksOfStaff).toEqual(['T6'])
    const asked = [...askedIn('field'), ...askedIn('office')]
    expect(asked).toEqual(
      expect.arrayContaining(
        ['job', 'prep', 'help', 'approve', 'board'].map((page) => `${page} asksOfStaff`),
      ),
    )
    expect(asked.filter((one) => !one.endsWith(' asksOfStaff'))).toEqual([])
  })
})
