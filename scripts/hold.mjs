// npm run hold [suite …]: the long suites in full length. SEED tries other stories, RUNS says how many, PATH_OF_RUN
// with the seed plays one again. The last line is "N passed, N failed".
import { suites, plays } from '../test/model/shares.ts'
import { built, sentences, tallied } from './tally.mjs'

await tallied(async () => {
  const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(suites)
  for (const name of names) if (!suites[name]) throw new Error(`${name} is none of ${Object.keys(suites)}`)
  if (process.env.PATH_OF_RUN && names.length > 1)
    throw new Error(`PATH_OF_RUN is of one suite: npm run hold ${Object.keys(suites).join('|')}`)
  process.env.HOLD = 'whole'
  const say = () => {
    for (const name of names) console.log(`${name}: ${plays(name).numRuns} runs, SEED=${plays(name).seed}`)
  }
  say()
  if (!(await built())) return
  const { browser } = await import('./browser.mjs')
  const paths = names.map((name) => suites[name].file)
  await sentences(['--runTestsByPath', ...paths], names.includes('screens') ? { CHROMIUM: browser() } : {})
  say()
})
