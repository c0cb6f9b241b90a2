// The local cloud's data for a script that works on it as a function does.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { options } from '../demo/local'
import { startLocal } from '../local/server'

/** Serves a data folder to a script, without its functions and timers; gives how to stop. */
export async function serve(folder: string): Promise<() => Promise<void>> {
  if (!existsSync(join(folder, 'cloud.db')))
    throw new Error(`没有这个数据目录 / no data in this folder: ${folder}`)
  const given = options({ DATA_DIR: folder, PORT: '0' })
  const server = await startLocal({ ...given, functionsRoot: join(folder, 'none'), watch: false })
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${server.url}/admin` }),
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_RUNENV: 'SCF',
    SCF_NAMESPACE: given.envId,
    TCB_ENV: given.envId,
  })
  return () => server.close()
}
