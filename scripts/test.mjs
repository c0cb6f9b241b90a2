// npm test: everything that must hold. The last line is "N passed, N failed".
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ready } from './ready.mjs'

const results = []
const note = (name, passed, failed, words = '') => {
  results.push({ name, passed, failed })
  console.log(`${failed ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed${words ? `\n${words}` : ''}`)
}

async function main() {
  ready()
  const { browser } = await import('./browser.mjs')
  const { run } = await import('./run.mjs')
  const CHROMIUM = browser()
  const build = await run('tsx', ['scripts/build.ts'])
  note('build', build.code === 0 ? 1 : 0, build.code === 0 ? 0 : 1)
  if (build.code !== 0) return
  for (const [name, script] of [
    ['check', 'scripts/check.ts'],
    ['WeChat compiler', 'scripts/compile-gate.ts'],
  ]) {
    const { code, output } = await run('tsx', [script], { quiet: true })
    const counted = /(\d+) passed, (\d+) failed\s*$/.exec(output)
    note(name, Number(counted?.[1] ?? 0), counted ? Number(counted[2]) : 1, code === 0 ? '' : output)
  }
  const file = join(mkdtempSync(join(tmpdir(), 'jifu-test-')), 'jest.json')
  await run('jest', ['-c', 'jest.config.mjs', '--json', `--outputFile=${file}`, '--maxWorkers=2'], {
    env: { CHROMIUM },
  })
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(file, 'utf8'))
  note('jest', numPassedTests, numFailedTests + numRuntimeErrorTestSuites)
}

main()
  .catch((error) => note(error.message, 0, 1))
  .finally(() => {
    const sum = (key) => results.reduce((total, row) => total + row[key], 0)
    console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
    process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1
  })
