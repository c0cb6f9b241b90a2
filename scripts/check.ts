// npm run check: types, lint, arrows, format, copies of settings, units of time, stale docs, commit messages; a row each.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './build/files'
import { commitRange } from './commits'

interface Row {
  name: string
  ok: boolean
  output: string
}

function bin(name: string, tool: string, args: string[]): Promise<Row> {
  return new Promise((done) => {
    const file = join(root, 'node_modules', '.bin', tool)
    execFile(file, args, { cwd: root, maxBuffer: 1e8 }, (error, stdout, stderr) =>
      done({ name, ok: !error, output: error ? `${stdout}${stderr}` : '' }),
    )
  })
}

const types = ['tsconfig.json', 'tsconfig.node.json', 'tsconfig.browser.json', 'tsconfig.test.json']

/** What the arrows hold together. */
const rooms = ['miniprogram', 'typings', 'cloudfunctions', 'local', 'demo', 'scripts', 'test']

async function main(): Promise<void> {
  const work: (() => Promise<Row>)[] = [
    ...types.map((file) => () => bin(`types ${file}`, 'tsc', ['-p', file])),
    () => bin('lint', 'eslint', ['.']),
    () => bin('arrows', 'depcruise', ['-c', '.dependency-cruiser.mjs', ...rooms]),
    () => bin('format', 'prettier', ['--check', '--log-level', 'warn', '.']),
    () => bin('no copies of settings', 'tsx', ['scripts/copies.ts']),
    () => bin('units of time stand once', 'tsx', ['scripts/check/units.ts']),
    () => bin('docs are fresh', 'tsx', ['scripts/docs.ts', '--check']),
    ...(existsSync(join(root, '.git'))
      ? [() => bin('commit messages', 'commitlint', commitRange(root))]
      : []),
  ]
  const rows: Row[] = []
  const worker = async () => {
    for (let next = work.shift(); next; next = work.shift()) rows.push(await next())
  }
  await Promise.all([worker(), worker()])
  for (const { name, ok, output } of rows)
    console.log(`${ok ? '✓' : '✗'} ${name}${output ? `\n${output}` : ''}`)
  const failed = rows.filter((row) => !row.ok).length
  console.log(`${rows.length - failed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

void main()
