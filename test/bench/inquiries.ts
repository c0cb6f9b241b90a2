// Everything of an inquiry and of knowledge once, as the right people.
import { newKey, pidOf, question, type World } from '../service/world'
import type { MoveName } from '../../miniprogram/domain/door/inputs'
import type { Measure } from './measure'

const text = (words: string) => ({ text: words, media: [] })

/** Asked, handed, answered, kept, found by the next, asked on, solved; another becomes a repair. */
export async function inquiries(world: World, measure: Measure): Promise<void> {
  const submit = async () => (await world.call('liguoqiang', 'ticket.submit', question())).id
  const id = await submit()
  const make = (who: string, move: MoveName, input: Record<string, unknown> = {}) =>
    measure(`ticket.move ${move}`, () => world.move(who, id, move, input))
  await make('fanglixin', 'takeInquiry')
  await make('shenxiaowen', 'handInquiry', { to: pidOf('dumingyuan'), note: '' })
  await measure('inquiry.open', () => world.call('dumingyuan', 'inquiry.open', { id }))
  await make('dumingyuan', 'answer', text('用 G10 L12 P99 R0'))
  await knowledge(world, measure, id)
  await make('liguoqiang', 'askOn', text('循环怎么写'))
  await world.move('dumingyuan', id, 'answer', text('见附件'))
  await make('shenxiaowen', 'settledByPhone', { note: '李国强说好了' })
  await world.move('liguoqiang', id, 'askOn', text('又不行了'))
  await world.move('dumingyuan', id, 'answer', text('改 R 值'))
  await make('liguoqiang', 'settled')
  const other = await submit()
  await world.move('shenxiaowen', other, 'answer', text('重启再试'))
  const turned = {
    id: other,
    key: newKey(),
    equipmentId: 'e-qhv850-2403-016',
    production: 'running' as const,
  }
  await measure('inquiry.turn', () => world.call('liguoqiang', 'inquiry.turn', turned))
}

async function knowledge(world: World, measure: Measure, ticket: string): Promise<void> {
  const { item } = await measure('knowledge.open', () =>
    world.call('dumingyuan', 'knowledge.open', { id: null, ticket }),
  )
  const { question: asks, answer, models } = item
  const given = {
    key: newKey(),
    id: null,
    ticket,
    question: asks,
    answer,
    models,
    state: 'published' as const,
  }
  await measure('knowledge.save', () => world.call('dumingyuan', 'knowledge.save', given))
  const { items } = await measure('knowledge.suggest', () =>
    world.call('liguoqiang', 'knowledge.suggest', { text: '补偿号 H99 清零', model: '' }),
  )
  await measure('knowledge.helped', () => world.call('liguoqiang', 'knowledge.helped', { id: items[0]!.id }))
  await measure('knowledge.list', () => world.call('shenxiaowen', 'knowledge.list', { state: 'published' }))
  const sought = { state: 'published' as const, search: '补偿' }
  await measure('knowledge.list 搜索', () => world.call('shenxiaowen', 'knowledge.list', sought))
}
