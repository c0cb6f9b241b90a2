// npm start: installs what is missing, builds, opens the local cloud and the phones.
import { ready } from './ready.mjs'

const begun = Date.now()
try {
  ready()
  const { run } = await import('./run.mjs')
  const { code } = await run('tsx', ['scripts/serve.ts'], { env: { BEGUN: String(begun) } })
  process.exitCode = code
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
