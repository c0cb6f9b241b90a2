// A browser's document for the pages; beside it the real cloud, in a process of its own: a document has no sockets.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { TestEnvironment } from 'jest-environment-jsdom'

const here = dirname(fileURLToPath(import.meta.url))

export default class extends TestEnvironment {
  clouds = []

  async setup() {
    await super.setup()
    this.global.fetch = fetch
    this.global.openCloud = () => this.openCloud()
  }

  /** Starts the local cloud with the demo's data; gives its address. */
  async openCloud() {
    const cloud = spawn(process.execPath, ['--import', 'tsx', join(here, 'cloud.ts')], {
      cwd: join(here, '../..'),
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    this.clouds.push(cloud)
    const [said] = await once(cloud.stdout, 'data')
    return String(said).trim()
  }

  async teardown() {
    // its input ends, and it cleans up after itself
    for (const cloud of this.clouds) {
      cloud.stdin.end()
      await once(cloud, 'exit')
    }
    await super.teardown()
  }
}
