// Every move of an 8D once, from the statistics to its closing, as the right people.
import { at, newKey, pidOf, type World } from '../service/world'
import type { D8MoveName } from '../../miniprogram/domain/quality/inputs'
import type { StepKey } from '../../miniprogram/domain/quality/steps'
import type { D8View } from '../../typings/contract'
import type { Measure } from './measure'

const problem = { who: '澄远', what: '漏油', where: 'V850', when: '11月', many: '1 次', urgent: '停机点检' }

/** What each step is finished with. */
export const stepWords: Readonly<Record<Exclude<StepKey, 'D8'>, Record<string, string>>> = {
  D0: { action: '停机点检' },
  D1: { team: '秦岚、杜明远' },
  D2: { ...{ who: '澄远', what: '漏油', where: 'V850', when: '11月', many: '1 次' } },
  D3: { action: '库存全检', proof: '韩冬' },
  D4: { occurrence: '力矩过大', escape: '不测力矩' },
  D5: { measure: '限力扳手' },
  D6: { done: '已装机', on: '2026-11-23', proof: '48 小时' },
  D7: { drawings: '无', alike: '无' },
}

export const d8Maker =
  (world: World, id: string, measure: Measure = (_, call) => call()) =>
  async (who: string, move: D8MoveName, input: object = {}): Promise<D8View> => {
    const asked = { id, key: newKey(), move, input: { ...input } }
    return (await measure(`d8.move ${move}`, () => world.call(who, 'd8.move', asked))).d8
  }

/** Finishes a step as it stands before the person. */
export async function finishStep(world: World, id: string, step: keyof typeof stepWords, who = 'qinlan') {
  const { d8 } = await world.call(who, 'd8.open', { id })
  const { rev: seen } = d8.steps.find((one) => one.key === step)!
  return d8Maker(world, id)(who, 'finish', { step, values: stepWords[step], media: [], seen })
}

export async function eightD(world: World, measure: Measure, ticket: string): Promise<void> {
  const from = { ticket, fault: 'LB-1-3' }
  await measure('d8.prepare', () => world.call('qinlan', 'd8.prepare', from))
  await measure('d8.prepare 统计', () => world.call('qinlan', 'd8.prepare', { fault: 'AX-3-1' }))
  const { id } = await measure('d8.start', () =>
    world.call('qinlan', 'd8.start', { ...from, ...problem, key: newKey() }),
  )
  const make = d8Maker(world, id, measure)
  const { no } = (await world.call('liguoqiang', 'ticket.open', { id: ticket })).ticket
  await make('qinlan', 'scope', { fault: 'LB-1-3', models: ['V850'] })
  await make('qinlan', 'assign', { step: 'D4', owner: pidOf('dumingyuan'), due: at('12-10T17:00') })
  await make('qinlan', 'unlink', { ticket, reason: '重来' })
  await make('dumingyuan', 'link', { no })
  const shown = { id: newKey(), kind: 'photo', slot: '' }
  await make('dumingyuan', 'save', { step: 'D3', values: { action: '全检' }, media: [shown], seen: 0 })
  for (const step of Object.keys(stepWords) as (keyof typeof stepWords)[]) {
    if (step === 'D7') {
      await make('qinlan', 'addTask', { manual: 'V850 维修手册', change: '力矩', due: '2026-12-01' })
      await measure('work.open 技术部', () => world.call('dumingyuan', 'work.open', {}))
      await make('dumingyuan', 'doneTask', { task: 'm1', note: '3.2 版' })
    }
    await measure(`d8.move finish`, () => finishStep(world, id, step))
  }
  await make('qinlan', 'redo', { step: 'D3', reason: '再验证' })
  await measure('d8.open', () => world.call('qinlan', 'd8.open', { id }))
  await measure('d8.list', () => world.call('qinlan', 'd8.list', { tab: 'mine' }))
  await measure('d8.list 已结束', () => world.call('qinlan', 'd8.list', { tab: 'closed' }))
  await measure('ticket.open 负责人', () => world.call('fanglixin', 'ticket.open', { id: ticket }))
}
