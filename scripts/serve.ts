// The local default, once everything is installed and built: `npm start` ends here.
import { options } from '../demo/local'
import { startLocal } from '../local/server'
import { buildAll } from './build'
import { watchFunctions } from './build/functions'

async function main(): Promise<void> {
  const begun = Number(process.env.BEGUN ?? Date.now())
  await buildAll()
  const given = options(process.env)
  const server = await startLocal(given)
  const watching = given.watch ? await watchFunctions() : null
  const seconds = ((Date.now() - begun) / 1000).toFixed(1)
  console.log(
    `\n  ${given.title}\n  打开 / open   ${server.url}/\n  数据 / data   ${given.dataDir}\n  ready in ${seconds} s, stop with Ctrl-C\n`,
  )
  // Compiled while the browser is being opened.
  void fetch(`${server.url}/phone/app.js`).catch(() => {})
  const stop = async () => {
    await watching?.stop()
    await server.close()
    process.exit(0)
  }
  process.once('SIGINT', () => void stop())
  process.once('SIGTERM', () => void stop())
}

main().catch((error: NodeJS.ErrnoException) => {
  const taken = error.code === 'EADDRINUSE'
  console.error(
    taken ? `端口已被占用,请换一个 / the port is taken, choose another: PORT=5181 npm start` : error,
  )
  process.exit(1)
})
