// Timer triggers: 7-field cron (second minute hour day month weekday year) in UTC+8, on the local clock.
import type { Clock } from '../clock'
import type { Functions } from './functions'
import { CHINA } from '../../units'

/** Whether a cron line fires at the second of an instant; throws on a line it does not understand. */
export function fires(line: string, at: number): boolean {
  const fields = line.trim().split(/\s+/)
  if (fields.length !== 7) throw new Error(`cron 应有 7 段: ${line}`)
  const local = new Date(at + CHINA)
  const values = [
    local.getUTCSeconds(),
    local.getUTCMinutes(),
    local.getUTCHours(),
    local.getUTCDate(),
    local.getUTCMonth() + 1,
    local.getUTCDay(),
    local.getUTCFullYear(),
  ]
  return fields.every((field, i) => field.split(',').some((part) => matches(part, values[i]!)))
}

function matches(part: string, value: number): boolean {
  const [range = '', step] = part.split('/')
  const every = step === undefined ? 1 : Number(step)
  if (range === '*' || range === '?') return value % every === 0
  const [from, to] = range.split('-').map(Number)
  if (from === undefined || !Number.isInteger(from) || !(every >= 1)) throw new Error(`cron 不认识 ${part}`)
  const last = to ?? (step === undefined ? from : Infinity)
  return value >= from && value <= last && (value - from) % every === 0
}

/** Calls due functions each second; after a jump of the clock each timer that fell due is called once. */
export class Timers {
  private readonly timer: NodeJS.Timeout
  private last: number
  private readonly running = new Set<string>()
  private readonly again = new Set<string>()
  private closed = false

  constructor(
    private readonly functions: Functions,
    private readonly clock: Clock,
  ) {
    this.last = seconds(clock.now())
    this.timer = setInterval(() => void this.tick(), 1000)
    this.timer.unref()
    clock.onMove(() => void this.tick())
  }

  /** Fires what has fallen due since the last tick. */
  async tick(): Promise<void> {
    const now = seconds(this.clock.now())
    const from = this.last
    this.last = now
    if (now === from) return
    const jump = now - from < 0 || now - from > 3600
    await Promise.all(
      this.functions.names().flatMap((name) =>
        this.functions
          .triggersOf(name)
          .filter((one) => one.type === 'timer' && now > from && (jump || dueBetween(one.config, from, now)))
          .map((one) => this.fire(name, one.name)),
      ),
    )
  }

  // One run at a time of each; what falls due meanwhile follows it.
  private async fire(name: string, trigger: string): Promise<void> {
    if (this.running.has(name)) return void this.again.add(name)
    this.running.add(name)
    try {
      const event = {
        Type: 'Timer',
        TriggerName: trigger,
        Time: new Date(this.clock.now()).toISOString(),
        Message: '',
      }
      await this.functions.call(name, event, null)
    } finally {
      this.running.delete(name)
    }
    if (this.again.delete(name) && !this.closed) await this.fire(name, trigger)
  }

  close(): void {
    this.closed = true
    clearInterval(this.timer)
  }
}

const seconds = (ms: number): number => Math.floor(ms / 1000)

function dueBetween(line: string, from: number, to: number): boolean {
  for (let second = from + 1; second <= to; second++) if (fires(line, second * 1000)) return true
  return false
}
