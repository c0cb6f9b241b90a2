import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { World } from '../service/world'

/** What a knock at an address of this machine ends with. */
function knock(host: string, port: number): Promise<string> {
  return new Promise((done) => {
    const socket = connect({ host, port })
    socket.once('connect', () => {
      socket.destroy()
      done('open')
    })
    socket.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? 'error'))
  })
}

describe('the local default stays on its machine', () => {
  let world: World
  beforeAll(async () => {
    world = await World.open()
  })
  afterAll(() => world.close())

  it('given any other address of this machine, then nobody answers there', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((rows) => rows ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => address)
    expect(await knock('127.0.0.1', world.server.port)).toBe('open')
    for (const host of ['127.0.0.2', '::1', ...others])
      expect([host, await knock(host, world.server.port)]).toEqual([
        host,
        expect.stringMatching(/REFUSED|UNREACH|NOTAVAIL/),
      ])
  })
})
