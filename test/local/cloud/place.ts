// A local cloud of its own for a test: temporary folder, free port, and the unchanged SDK pointed at it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LocalOptions } from '../../../local/options'
import { startLocal, type LocalServer } from '../../../local/server'

export const optionsOf = (dataDir: string, more: Partial<LocalOptions> = {}): LocalOptions => ({
  title: 'test',
  miniprogramRoot: join(dataDir, 'none'),
  functionsRoot: join(__dirname, 'functions'),
  dataDir,
  port: 0,
  envId: 'local-env',
  appId: 'wxlocal',
  indexes: {
    things: [{ fields: ['state', 'rank'] }, { fields: ['code'], unique: true }],
    runs: [],
  },
  personas: [{ openid: 'anna', name: 'Anna', title: '', side: 'customer' }],
  templates: { 'tmpl-1': { title: '提醒', fields: { thing1: '事项', time2: '时间' } } },
  ...more,
})

export interface Place {
  server: LocalServer
  url: string
  dataDir: string
  post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Record<string, unknown>>
  close: () => Promise<void>
}

/** Starts a cloud in a fresh folder. */
export async function place(more: Partial<LocalOptions> = {}): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cloud-'))
  const server = await startLocal(optionsOf(dataDir, more))
  return {
    server,
    url: server.url,
    dataDir,
    post: async (path, body, headers = {}) => {
      const response = await fetch(server.url + path, { method: 'POST', body: JSON.stringify(body), headers })
      return (await response.json()) as Record<string, unknown>
    },
    close: async () => {
      await server.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Points the SDK at a cloud, as CloudBase does it for a function: by the environment. */
export function pointSdkAt(url: string): void {
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local-env',
    TCB_ENV: 'local-env',
  })
}
