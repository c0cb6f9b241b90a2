import { behind, opened } from '../../cloudfunctions/store/gate'

/** Reads, waits for the gate as every write does, and writes. */
async function work(done: string[]): Promise<string> {
  done.push('read')
  await opened()
  done.push('written')
  return 'answer'
}

describe('the gate', () => {
  it('given a gate that is refused, then what was read is not answered and nothing is written', async () => {
    const done: string[] = []
    await expect(behind(Promise.reject(new Error('not you')), () => work(done))).rejects.toThrow('not you')
    expect(done).toEqual(['read'])
  })

  it('given a gate that opens, then reading has begun before and writing follows', async () => {
    const done: string[] = []
    let open = (): void => {}
    const gate = new Promise<void>((go) => (open = go))
    const answer = behind(gate, () => work(done))
    expect(done).toEqual(['read'])
    open()
    expect(await answer).toBe('answer')
    expect(done).toEqual(['read', 'written'])
  })

  it('given work that fails sooner than the gate is refused, then the gate’s refusal is what counts', async () => {
    const gate = new Promise((_go, fail) => setImmediate(() => fail(new Error('not you'))))
    const failing = () => Promise.reject(new Error('not found'))
    await expect(behind(gate, failing)).rejects.toThrow('not you')
  })

  it('given no gate, then writing goes on at once', async () => {
    const done: string[] = []
    await work(done)
    expect(done).toEqual(['read', 'written'])
  })
})
