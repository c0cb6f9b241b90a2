// The cloud that answers the pages under test: says its address, and ends with its input.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { options } from '../../demo/local'
import { startLocal } from '../../local/server'
import patience from '../patience.json'

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'))
  const server = await startLocal({
    ...options({ DATA_DIR: folder, PORT: '0' }),
    watch: false,
    durable: false,
    limit: patience.wait,
  })
  process.stdin.on('end', async () => {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
    process.exit()
  })
  process.stdin.resume()
  console.log(server.url)
}

void main()
