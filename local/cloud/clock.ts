// The local time: the machine's, moved by an offset that a person may change; it survives a restart.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

export class Clock {
  private shift: number
  private readonly listeners: (() => void)[] = []

  constructor(
    private readonly file: string,
    startTime?: number,
  ) {
    const kept = existsSync(file) ? Number(readFileSync(file, 'utf8')) : NaN
    this.shift = Number.isFinite(kept) ? kept : startTime === undefined ? 0 : startTime - Date.now()
    this.keep()
  }

  now(): number {
    return Date.now() + this.shift
  }
  get offset(): number {
    return this.shift
  }

  /** Sets the local time; listeners hear of it. */
  set(now: number): void {
    this.shift = Math.round(now - Date.now())
    this.keep()
    for (const heard of this.listeners) heard()
  }

  onMove(heard: () => void): void {
    this.listeners.push(heard)
  }

  private keep(): void {
    writeFileSync(this.file, String(this.shift))
  }
}
