// The functions of the environment: a small pool of instances each, a fresh one after a crash or a time-out.
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Instance, type Run } from './instance'

export interface Trigger {
  name: string
  type: string
  config: string
}

interface Config {
  timeout?: number
  memorySize?: number
  triggers?: Trigger[]
}

export interface FunctionsSettings {
  root: string
  envId: string
  appId: string
  /** Where the SDK finds the local cloud. */
  adminUrl: () => string
  offset: () => number
  say: (line: string) => void
  onCall?: (name: string, took: number) => void
  /** Time of every call in ms; what its config.json says otherwise. */
  limit?: number
}

const absent = -501000
const most = 3

interface Loaded {
  config: Config
  file: string
  builtAt: number
  instances: Instance[]
  queue: (() => void)[]
}

export class Functions {
  private readonly loaded = new Map<string, Loaded>()
  private closed = false

  constructor(private readonly settings: FunctionsSettings) {}

  /** Names of the functions that are built. */
  names(): string[] {
    const { root } = this.settings
    return existsSync(root)
      ? readdirSync(root).filter((name) => existsSync(join(root, name, 'index.js')))
      : []
  }

  triggersOf(name: string): Trigger[] {
    return this.load(name)?.config.triggers ?? []
  }

  /** Calls a function as a person (openid) or as nobody (null: a timer, another function). */
  async call(name: string, event: unknown, openid: string | null): Promise<Run> {
    if (this.closed) return { ok: false, code: absent, message: 'the local cloud is closed' }
    const loaded = this.load(name)
    if (!loaded)
      return { ok: false, code: absent, message: `FunctionName parameter could not be found: ${name}` }
    const instance = await this.free(loaded)
    const { timeout = 20, memorySize = 256 } = loaded.config
    const limit = this.settings.limit ?? timeout * 1000
    const context = this.context(name, openid, limit, memorySize)
    const begun = performance.now()
    try {
      return await instance.call(event, context, this.settings.offset(), limit)
    } finally {
      // built anew or closed meanwhile: this instance is of yesterday
      if (this.closed || this.loaded.get(name) !== loaded) instance.stop()
      this.settings.onCall?.(name, performance.now() - begun)
      loaded.instances = loaded.instances.filter((one) => one.alive)
      loaded.queue.shift()?.()
    }
  }

  private async free(loaded: Loaded): Promise<Instance> {
    const idle = loaded.instances.find((one) => one.alive && !one.busy)
    if (idle) return idle.take()
    if (loaded.instances.length < most) {
      const fresh = new Instance(loaded.file, this.environment(), this.settings.say)
      loaded.instances.push(fresh)
      return fresh.take()
    }
    await new Promise<void>((go) => loaded.queue.push(go))
    return this.free(loaded)
  }

  // A function that was built anew gets new instances.
  private load(name: string): Loaded | null {
    if (!/^[\w-]+$/.test(name)) return null
    const file = join(this.settings.root, name, 'index.js')
    if (!existsSync(file)) return null
    const builtAt = statSync(file).mtimeMs
    const known = this.loaded.get(name)
    if (known?.builtAt === builtAt) return known
    for (const one of known?.instances ?? []) if (!one.busy) one.stop()
    const configFile = join(this.settings.root, name, 'config.json')
    const config = existsSync(configFile) ? (JSON.parse(readFileSync(configFile, 'utf8')) as Config) : {}
    const fresh: Loaded = { config, file, builtAt, instances: [], queue: known?.queue ?? [] }
    this.loaded.set(name, fresh)
    return fresh
  }

  private environment(): Record<string, string> {
    const { envId, adminUrl } = this.settings
    return {
      PATH: process.env.PATH ?? '',
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl() }),
      TENCENTCLOUD_SECRETID: 'local',
      TENCENTCLOUD_SECRETKEY: 'local',
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      SCF_NAMESPACE: envId,
      TCB_ENV: envId,
      TZ: 'UTC',
    }
  }

  // Who calls stands here and nowhere else: a warm instance must not remember its previous caller.
  private context(name: string, openid: string | null, timeLimit: number, memory: number): object {
    const { envId, appId } = this.settings
    const identity = openid === null ? {} : { WX_OPENID: openid, WX_APPID: appId }
    const keys = openid === null ? '' : 'WX_OPENID,WX_APPID'
    return {
      request_id: randomUUID(),
      namespace: envId,
      function_name: name,
      function_version: '$LATEST',
      memory_limit_in_mb: memory,
      time_limit_in_ms: timeLimit,
      environment: JSON.stringify({
        WX_CONTEXT_KEYS: keys,
        ...identity,
        TCB_ENV: envId,
        SCF_NAMESPACE: envId,
      }),
    }
  }

  close(): void {
    this.closed = true
    for (const { instances } of this.loaded.values()) for (const one of instances) one.stop()
  }
}
