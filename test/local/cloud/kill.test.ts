import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Database } from '../../../local/cloud/database'

const indexes = { things: [{ fields: ['state'] }], pairs: [] }

// A process of its own writes and says each number it has been acknowledged; then it is killed without warning.
const writer = `
  const { Database, keyOf } = require('./local/cloud/database.ts')
  const db = new Database(process.argv[1], ${JSON.stringify(indexes)})
  const things = db.collection('things'), pairs = db.collection('pairs')
  for (let i = 0; ; i++) {
    db.write([
      { collection: things, key: 's' + i, doc: { _id: String(i), state: 'x'.repeat(2000) }, fresh: true },
      { collection: pairs, key: 's' + i, doc: { _id: String(i) }, fresh: true },
    ])
    process.stdout.write(i + '\\n')
  }`

function acknowledged(child: ChildProcess, until: number): Promise<number> {
  return new Promise((done) => {
    let text = ''
    child.stdout!.on('data', (data: Buffer) => {
      text += data.toString()
      if (text.split('\n').length > until) child.kill('SIGKILL')
    })
    child.on('close', () => done(Math.max(...text.split('\n').slice(0, -1).map(Number))))
  })
}

describe('kill -9 in the middle of writing', () => {
  it('loses nothing acknowledged and leaves nothing half done', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kill-'))
    const child = spawn(process.execPath, ['--import', 'tsx', '-e', writer, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const last = await acknowledged(child, 200)
    expect(last).toBeGreaterThanOrEqual(199)
    const db = new Database(folder, indexes)
    const keys = (name: string) =>
      (db.all(`SELECT key FROM "c_${name}"`) as { key: string }[]).map((row) => row.key).sort()
    const things = new Set(keys('things'))
    const lost = Array.from({ length: last + 1 }, (_, i) => `s${i}`).filter((key) => !things.has(key))
    expect(lost).toEqual([])
    expect(keys('pairs')).toEqual(keys('things'))
    db.close()
  })
})
