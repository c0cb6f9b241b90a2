// The clock's own function stays out: its requests would be counted with somebody's call.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { options } from '../../demo/local'

const api = () => join(options({}).functionsRoot, 'api')

/** A folder of functions with the door alone; to be removed by who asked for it. */
export function apiOnly(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  symlinkSync(api(), join(folder, 'api'))
  return folder
}

/** The same door over a network of waves: `chain` tells how often the last call waited for the database. */
export function apiInWaves(): { functionsRoot: string; chain: () => number } {
  const functionsRoot = mkdtempSync(join(tmpdir(), 'bench-'))
  const folder = join(functionsRoot, 'api')
  const file = join(functionsRoot, 'waves')
  mkdirSync(folder)
  copyFileSync(join(api(), 'config.json'), join(folder, 'config.json'))
  const [waves, bundle, kept] = [join(__dirname, 'waves.cjs'), join(api(), 'index.js'), file].map((one) =>
    JSON.stringify(one),
  )
  writeFileSync(
    join(folder, 'index.js'),
    `const { counted } = require(${waves})\nexports.main = counted(require(${bundle}).main, ${kept})\n`,
  )
  return { functionsRoot, chain: () => Number(readFileSync(file, 'utf8')) }
}
