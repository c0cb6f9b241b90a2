// A running function instance: a child process that answers one call at a time.
import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

export type Run = { ok: true; result: unknown } | { ok: false; code: number; message: string }

interface Reply {
  id: number
  ok: boolean
  result?: unknown
  message?: string
}

const timedOut = -504003
const failed = -504002

export class Instance {
  private readonly child: ChildProcess
  private waiting: { id: number; done: (run: Run) => void } | null = null
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
    return new Promise((done) => {
      const timer = setTimeout(() => {
        this.finish({ ok: false, code: timedOut, message: `function timed out after ${timeoutMs} ms` })
        this.stop()
      }, timeoutMs)
      this.waiting = {
        id,
        done: (run) => {
          clearTimeout(timer)
          done(run)
        },
      }
      this.child.send({ id, event, context, clock })
    })
  }

  private answered(reply: Reply): void {
    if (reply.id !== this.waiting?.id) return
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
