import * as v from 'valibot'
import { judge } from '../../../miniprogram/domain/form/judge'
import { manyKeys, openEnds, schemas, tooMany, wrongValues } from './schemas'

const now = Date.parse('2026-11-23T10:00:00+08:00')
/** Chinese words, with names that are Latin in Chinese too. */
const chinese = (words: string): boolean => {
  const rest = words.replace(/8D|Excel|CSV|GPS|O 和|V\d+/g, '')
  return /\p{Script=Han}/u.test(words) && !/[A-Za-z]/.test(rest)
}

describe('what is refused is said in Chinese', () => {
  it.each(schemas)('%s: a wrong value of any kind, anywhere in it', (_name, schema) => {
    const values = wrongValues(schema)
    expect(values.length).toBeGreaterThan(10)
    const said = values.flatMap((value) => {
      const judged = judge(schema, value, now)
      const said = judged.ok ? [] : Object.entries(judged.fields)
      // nor longer than a person reads
      expect(said.length <= 20 && said.flat().join('').length < 3000).toBe(true)
      return said
    })
    expect(said.length).toBeGreaterThan(0)
    expect(said.filter(([, words]) => !chinese(words))).toEqual([])
  })

  it('a missing field is called by its title, an unknown one is not repeated', () => {
    const schema = v.strictObject({ name: v.pipe(v.string(), v.title('姓名')), old: v.optional(v.number()) })
    expect(judge(schema, {}, now)).toEqual({ ok: false, fields: { name: '请填写姓名' } })
    expect(judge(schema, { name: 'x', evil: 1 }, now)).toEqual({
      ok: false,
      fields: { evil: '有这里不认识的内容' },
    })
  })
})

describe('what is sent has an end', () => {
  const long = { string: '9'.repeat(100_000), array: tooMany('zz', 20_000), record: manyKeys(20_000) }
  const ends = schemas.flatMap(([name, schema]) => openEnds(schema, name))

  it.each(ends.map(({ path, schema }) => [path, schema] as const))('%s', (_path, schema) => {
    const judged = judge(schema, long[schema.type as keyof typeof long], now)
    expect(judged.ok).toBe(false)
    expect(judged.ok ? 0 : JSON.stringify(judged.fields).length).toBeLessThan(2000)
  })

  it('a list of 20,000 wrong items is refused for its length, before one of them is looked at', () => {
    const looked = jest.fn(() => false)
    const list = v.pipe(v.array(v.pipe(v.string(), v.check(looked))), v.maxLength(20, '最多 20 项'))
    expect(judge(v.strictObject({ list }), { list: tooMany('x', 20_000) }, now)).toEqual({
      ok: false,
      fields: { list: '最多 20 项' },
    })
    expect(looked).not.toHaveBeenCalled()
  })
})
