// A JSON file that is written whole at each change.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

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
