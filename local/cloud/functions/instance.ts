// A running function instance: a child process that answers one call at a time.
import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

export type Run = { ok: true; result: unknown } | { ok: false; code: number; message: string }

interface Reply {
  id: number
  /** It was loaded and begins to run: from here on its time is counted. */
  begun?: true
  ok?: boolean
  result?: unknown
  message?: string
}
interface Waiting {
  id: number
  /** May take so many ms from now. */
  within: (ms: number) => void
  timeoutMs: number
  done: (run: Run) => void
}

const timedOut = -504003
const failed = -504002
/** What CloudBase gives a cold start, apart from the time of the call itself. */
const toStart = 65_000

export class Instance {
  private readonly child: ChildProcess
  private waiting: Waiting | null = null
  private calls = 0
  private taken = false
  alive = true

  constructor(file: string, environment: Record<string, string>, say: (line: string) => void) {
    this.child = fork(join(__dirname, 'worker.cjs'), [], {
      env: { ...environment, LOCAL_FUNCTION_FILE: file },
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.child.stdout?.on('data', (data: Buffer) => say(data.toString()))
    this.child.stderr?.on('data', (data: Buffer) => say(data.toString()))
    this.child.on('message', (reply: Reply) => this.answered(reply))
    this.child.on('exit', (code, signal) => {
      this.alive = false
      this.finish({ ok: false, code: failed, message: `function process ended (${signal ?? code})` })
    })
    this.child.on('error', () => {
      this.alive = false
    })
  }

  get busy(): boolean {
    return this.taken || this.waiting !== null
  }

  /** Keeps it for the caller until his call: two calls of the same moment must not share it. */
  take(): this {
    this.taken = true
    return this
  }

  /** Runs one call; a call that takes too long ends the process. */
  call(event: unknown, context: object, clock: number, timeoutMs: number): Promise<Run> {
    const id = ++this.calls
    this.taken = false
    return new Promise((answer) => {
      let timer: NodeJS.Timeout | undefined
      const within = (ms: number) => {
        clearTimeout(timer)
        // an answer that has come but was not read yet, because this process was busy, has come in time
        timer = setTimeout(() => setImmediate(() => this.late(id, ms)), ms)
      }
      const done = (run: Run) => {
        clearTimeout(timer)
        answer(run)
      }
      this.waiting = { id, timeoutMs, within, done }
      within(Math.max(toStart, timeoutMs))
      this.child.send({ id, event, context, clock })
    })
  }

  private late(id: number, ms: number): void {
    if (id !== this.waiting?.id) return
    this.finish({ ok: false, code: timedOut, message: `function timed out after ${ms} ms` })
    this.stop()
  }

  private answered(reply: Reply): void {
    if (reply.id !== this.waiting?.id) return
    if (reply.begun) return this.waiting.within(this.waiting.timeoutMs)
    this.finish(
      reply.ok
        ? { ok: true, result: reply.result }
        : { ok: false, code: failed, message: reply.message ?? '' },
    )
  }

  private finish(run: Run): void {
    const waiting = this.waiting
    this.waiting = null
    waiting?.done(run)
  }

  stop(): void {
    this.alive = false
    this.child.kill('SIGKILL')
  }
}
