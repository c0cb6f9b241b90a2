// Loaded before the mutated code, by Jest for each file of sentences and by each function's own process: wakes the
// mutant of `awake.json`, or notes which mutants are reached. The functions run apart from the tests, so what is to be
// done stands in a file beside this one. Plain JavaScript because it is loaded without a loader.
const { appendFileSync, readFileSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')

const { mutant } = JSON.parse(readFileSync(join(__dirname, 'awake.json'), 'utf8'))
const { expect, afterAll } = globalThis
const inJest = expect !== undefined
const current = join(__dirname, 'current')

if (mutant) globalThis.__stryker__ = { activeMutant: mutant }
else noteReached()
if (mutant && inJest) endAtFirstFailure()

/** Which mutants the sentences of a file come by, in their own process and in the functions'. */
function noteReached() {
  if (inJest) writeFileSync(current, expect.getState().testPath)
  const name = Buffer.from(readFileSync(current, 'utf8')).toString('base64url').slice(-80)
  const reached = {}
  globalThis.__stryker__ = { mutantCoverage: { static: reached, perTest: {} } }
  let told = 0
  const { user, system } = process.cpuUsage()
  const write = () => {
    // time of the processor and not of the clock: it is the same on a busy machine
    const spent = process.cpuUsage({ user, system })
    const ms = Math.round((spent.user + spent.system) / 1000)
    writeFileSync(join(__dirname, 'reached', `${process.pid}.ms`), String(ms))
    const found = Object.keys(reached)
    if (found.length === told) return
    told = found.length
    appendFileSync(join(__dirname, 'reached', name), `${found.join('\n')}\n`)
  }
  if (inJest) return afterAll(write)
  // a function's process is killed one day: it writes before each answer
  const send = process.send
  process.send = (...given) => {
    write()
    return send.apply(process, given)
  }
}

/** One sentence that fails is enough: the process ends there and leaves its name. */
function endAtFirstFailure() {
  const { testPath } = expect.getState()
  const handlers = Object.getOwnPropertySymbols(globalThis).find(
    ({ description }) => description === 'EVENT_HANDLERS',
  )
  globalThis[handlers].push(({ name, test, describeBlock }) => {
    if (name !== 'test_fn_failure' && name !== 'hook_failure') return
    const words = test?.name ?? describeBlock?.name ?? ''
    writeFileSync(join(__dirname, 'killed.json'), JSON.stringify({ file: testPath, words }))
    process.kill(process.pid, 'SIGKILL')
  })
}
