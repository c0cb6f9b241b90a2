import { moveInputs, type MoveName } from '../../miniprogram/domain/door/inputs'
import { judge } from '../../miniprogram/domain/form/judge'
import { sampleOf } from '../model/sample'
import { at } from './world'

/** Their schemas ask for what only the job knows: a class of fault, a plan's steps, a code, two times in order. */
const told: readonly MoveName[] = ['report', 'setPlan', 'leave', 'assign']
const names = (Object.keys(moveInputs) as MoveName[]).filter((name) => !told.includes(name))

const now = at('2026-11-23T10:00')

describe('given a move that no test says anything about', () => {
  it.each(names)('when a story makes %s, then its schema fills it in', (move) => {
    const schema = moveInputs[move]
    expect(judge(schema, sampleOf(schema, now), now)).toMatchObject({ ok: true })
  })

  it.each(told)('when a story makes %s, then it is said that inputs.ts has to tell what is typed', (move) => {
    expect(() => sampleOf(moveInputs[move], now)).toThrow('say what is typed in inputs.ts')
  })
})
