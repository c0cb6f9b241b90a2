// A row a part, and the last line "N passed, N failed".
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './run.mjs'

const results = []

/** Counts what a part has passed and failed, and says it. */
export function note(name, passed, failed, words = '') {
  results.push({ passed, failed })
  console.log(`${failed ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed${words ? `\n${words}` : ''}`)
}

/** Builds; false when it failed. */
export async function built() {
  const { code } = await run('tsx', ['scripts/build.ts'])
  note('build', code === 0 ? 1 : 0, code === 0 ? 0 : 1)
  return code === 0
}

/** Something of a test was still at work when the test was over: that is a failure of its own. */
const LATE = /Cannot log after tests are done|did not exit/

/** Runs sentences; `args` say which. */
export async function sentences(args = [], env = {}) {
  const file = join(mkdtempSync(join(tmpdir(), 'jifu-test-')), 'jest.json')
  const given = ['-c', 'jest.config.mjs', '--json', `--outputFile=${file}`, '--maxWorkers=2', ...args]
  const { output } = await run('jest', given, { kept: true, env })
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(file, 'utf8'))
  note('jest', numPassedTests, numFailedTests + numRuntimeErrorTestSuites)
  if (LATE.test(output)) note('nothing is at work when tests are over', 0, 1, LATE.exec(output)[0])
}

/** Runs `main` and ends with the last line. */
export async function tallied(main) {
  try {
    await main()
  } catch (error) {
    note(error.message, 0, 1)
  }
  const sum = (key) => results.reduce((total, row) => total + row[key], 0)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
  process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1
}
