import { articles } from '../../miniprogram/domain/company/articles'
import type { Check } from '../../miniprogram/domain/engine/table'
import { checks, type CheckName } from '../../miniprogram/domain/subjects'
import { complaint } from '../../miniprogram/domain/complaint/complaint'
import { installation } from '../../miniprogram/domain/subjects'
import { repair } from '../../miniprogram/domain/subjects'
import { visit } from '../../miniprogram/domain/subjects'
import { gates } from '../../scripts/docs/gate-list'
import { clockOf, ticks } from '../../scripts/docs/gate-words'
import { gatesPage, linesOf } from '../../scripts/docs/gates'

const moves = [repair, installation, complaint, visit].flatMap((cycle) => Object.values(cycle.moves))
const needed = [...new Set(moves.flatMap((move): readonly CheckName[] => move.needs ?? []))]

describe('the gates', () => {
  it('given the rules, then these gates are held', () => {
    expect(gates.map(({ title, article }) => `${title} ${article}`)).toEqual([
      '核实时限 18.1',
      '特殊情况 18.1',
      '出差审批 18.1',
      '现场条件 18.2',
      '任务、完成时间、路线 18.3',
      '变更路线 18.3',
      '出差准备 18.4',
      '预定外请求 18.5',
      '超出范围 19.1',
      '工装、见业主 19.2',
      '用户原因延期 19.2',
      '离场 19.2',
      '故障归类 10',
      '投诉解释与答复 12',
      '评价与回访 8',
      '非客户服务部人员 15',
      '进度、质量、成本 13',
      '内勤支持 17',
      '收费 4',
    ])
  })

  it('every gate cites an article, is held by something, says why and has a way out', () => {
    for (const gate of gates) {
      expect([gate.title, gate.article in articles, linesOf(gate).length > 0]).toEqual([
        gate.title,
        true,
        true,
      ])
      for (const { by, words, wayOut, blocks } of linesOf(gate))
        expect([by, words !== '', wayOut !== '', blocks !== '']).toEqual([by, true, true, true])
    }
  })

  it('every check that blocks before anything is typed cites an article and has a way out', () => {
    for (const name of needed) {
      const check: Check = checks[name]
      if (check.onInput) expect([name, check.field !== undefined]).toEqual([name, true])
      else expect([name, check.article !== undefined, Boolean(check.wayOut)]).toEqual([name, true, true])
    }
  })

  it('every check of a gate cites the gate’s article', () => {
    for (const gate of gates)
      for (const name of gate.checks ?? []) {
        const { article } = checks[name] as Check
        expect([name, article]).toEqual([name, gate.article])
      }
  })

  it('every tick that must be set holds a gate', () => {
    const held = gates.flatMap(({ fields = [] }) => fields.map(String))
    expect(
      ticks()
        .map(String)
        .filter((tick) => !held.includes(tick)),
    ).toEqual([])
  })

  it('the clock of a state is told in words', () => {
    expect(
      [repair.states.left, repair.states.verified, repair.states.submitted, repair.states.closed].map(
        clockOf,
      ),
    ).toEqual(['3 个工作日', '8 小时', '1 个工作日', '—'])
  })

  it('the page prints the words as they are read, with a sign where a value stands', () => {
    expect(gatesPage()).toContain('还不能出发:资料、备件、工器具还差 … 项')
    expect(gatesPage()).not.toMatch(/\$\{|\\u/)
  })
})
