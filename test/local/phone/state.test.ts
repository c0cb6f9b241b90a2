import type { Persona } from '../../../local/options'
import { stageOf, type Config } from '../../../local/phone/shell/state'

const person = (openid: string): Persona => ({ openid, name: openid, title: '', side: 'customer' })
const config = (...openids: string[]): Config => ({
  title: '',
  appName: '',
  personas: openids.map(person),
  templates: {},
  undelivered: '',
  scenes: [],
  faults: [],
  can: { nextStop: false, nextWorkday: false },
})

describe('two phones, one kind of people', () => {
  it('given both phones list everybody, then nobody is on both, whatever the address or a hand asks', () => {
    const stage = stageOf(config('anna', 'bob', 'cora'), { a: 'bob', b: 'bob' })
    expect([stage.state.a, stage.state.b]).toEqual(['bob', 'anna'])
    stage.change({ b: 'bob' })
    expect([stage.state.a, stage.state.b]).toEqual(['bob', 'anna'])
    stage.change({ b: 'cora' })
    expect(stage.state.b).toBe('cora')
    expect(stage.sideOf('cora')).toBe('b')
  })

  it('given a single person, then it says that two are needed', () => {
    expect(() => stageOf(config('anna'), {})).toThrow('至少要两个人')
  })
})
