// npm test: everything that must hold, of the long suites a share. The last line is "N passed, N failed".
import { ready } from './ready.mjs'
import { built, note, sentences, tallied } from './tally.mjs'

await tallied(async () => {
  ready()
  const { browser } = await import('./browser.mjs')
  const { run } = await import('./run.mjs')
  const CHROMIUM = browser()
  if (!(await built())) return
  for (const [name, script] of [
    ['check', 'scripts/check.ts'],
    ['WeChat compiler', 'scripts/compile-gate.ts'],
  ]) {
    const { code, output } = await run('tsx', [script], { quiet: true })
    const counted = /(\d+) passed, (\d+) failed\s*$/.exec(output)
    note(name, Number(counted?.[1] ?? 0), counted ? Number(counted[2]) : 1, code === 0 ? '' : output)
  }
  await sentences([], { CHROMIUM })
})
