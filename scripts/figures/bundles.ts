// What a tree's functions weigh as they are handed to CloudBase.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Function → KB of its bundle, made by that tree's own build with its own settings. */
export function bundlesOf(tree: string): Record<string, number> {
  const build = `require(${JSON.stringify(join(tree, 'scripts/build/functions.ts'))}).buildFunctions()`
  const tsx = join(__dirname, '../../node_modules/tsx/dist/cli.mjs')
  execFileSync(process.execPath, [tsx, '--eval', build], {
    cwd: tree,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const built = join(tree, 'dist/cloudfunctions')
  const bundle = (name: string): string => join(built, name, 'index.js')
  return Object.fromEntries(
    readdirSync(built)
      .filter((name) => existsSync(bundle(name)))
      .map((name) => [name, Math.round(statSync(bundle(name)).size / 1024)]),
  )
}
