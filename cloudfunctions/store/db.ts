// The one connection to the database: found by the environment, on CloudBase as on one machine.
import cloudbase from '@cloudbase/node-sdk'

export type App = ReturnType<typeof cloudbase.init>

let app: App | null = null

/** The SDK of this environment, made once a process. */
export function cloud(): App {
  app ??= cloudbase.init({ env: process.env.TCB_ENV ?? cloudbase.SYMBOL_CURRENT_ENV })
  return app
}

type Db = ReturnType<App['database']>
let database: Db | null = null
export const db = (): Db => (database ??= cloud().database())
export const command = (): Db['command'] => db().command
