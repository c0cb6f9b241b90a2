// The clock's own function stays out: its requests would be counted with somebody's call.
import { mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { options } from '../../demo/local'

/** A folder of functions with the door alone; to be removed by who asked for it. */
export function apiOnly(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  symlinkSync(join(options({}).functionsRoot, 'api'), join(folder, 'api'))
  return folder
}
