import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Database } from '../../../local/cloud/database'
import { optionsOf } from './place'

const indexes = { things: [{ fields: ['state'] }], pairs: [] }

interface Server {
  child: ChildProcess
  url: string
}

/** The whole local default in a process of its own, so that it can be killed without warning. */
function serve(folder: string): Promise<Server> {
  const options = { ...optionsOf(folder), indexes }
  const script = `
    const { startLocal } = require('./local/server.ts')
    startLocal(${JSON.stringify(options)}).then(({ url }) => console.log(url))`
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((done, fail) => {
    child.once('exit', () => fail(new Error('the server did not start')))
    child.stdout!.once('data', (data: Buffer) => done({ child, url: data.toString().trim() }))
  })
}

/** What a function answers after it has written through the SDK; null once the server is gone. */
async function write({ url }: Server, n: number): Promise<number | null> {
  try {
    const body = JSON.stringify({ name: 'writer', data: { n } })
    const response = await fetch(`${url}/call`, { method: 'POST', body, headers: { 'x-openid': 'anna' } })
    return ((await response.json()) as { result: { n: number } }).result.n
  } catch {
    return null
  }
}

/** Three writers at once until 200 writes are acknowledged; then kill -9 while more are on their way. */
async function killedWhileWriting(server: Server): Promise<number[]> {
  const acknowledged: number[] = []
  let next = 0
  const writer = async (): Promise<void> => {
    for (let done = await write(server, next++); done !== null; done = await write(server, next++)) {
      acknowledged.push(done)
      if (acknowledged.length === 200) server.child.kill('SIGKILL')
    }
  }
  await Promise.all([writer(), writer(), writer()])
  return acknowledged
}

describe('kill -9 while functions write through the SDK', () => {
  it('loses nothing acknowledged, leaves no transaction half done, and the next start goes on', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kill-'))
    const acknowledged = await killedWhileWriting(await serve(folder))
    expect(acknowledged.length).toBeGreaterThanOrEqual(200)
    const db = new Database(folder, indexes)
    const ids = (name: string) =>
      (db.all(`SELECT key FROM "c_${name}"`) as { key: string }[]).map((row) => row.key).sort()
    const kept = new Set(ids('things'))
    expect(acknowledged.filter((n) => !kept.has(`s${n}`))).toEqual([])
    expect(ids('pairs')).toEqual(ids('things'))
    db.close()
    const again = await serve(folder)
    expect(await write(again, 100_000)).toBe(100_000)
    again.child.kill('SIGKILL')
  })
})
