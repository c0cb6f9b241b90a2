// Small things beside the database: a JSON file that is written whole at each change, and a log that only grows.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'

export class Kept<T> {
  value: T
  constructor(
    private readonly file: string,
    start: T,
  ) {
    this.value = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : start
  }
  keep(): void {
    writeFileSync(this.file, JSON.stringify(this.value))
  }
}

/** A JSON value a line; what was added last may be half a line after a crash, and is then left out. */
export class Lines<T> {
  constructor(private readonly file: string) {}
  read(): T[] {
    if (!existsSync(this.file)) return []
    return readFileSync(this.file, 'utf8')
      .split('\n')
      .flatMap(parsed<T>)
  }
  add(value: T): void {
    appendFileSync(this.file, `${JSON.stringify(value)}\n`)
  }
}

function parsed<T>(line: string): T[] {
  try {
    return line === '' ? [] : [JSON.parse(line) as T]
  } catch {
    return []
  }
}
