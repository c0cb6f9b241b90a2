// Which paths of the repository a document names, and which of them are not there.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '../../..')

/** A short path begins below one of these. */
const heads = [
  '',
  'miniprogram/',
  'miniprogram/domain/',
  'cloudfunctions/',
  'local/',
  'local/phone/',
  'docs/',
]
/** Made by running, never in the repository: what is built, and what lies in a data folder. */
const made = /^(dist|node_modules|files|\.data)\/|^(groups|consents)\.json$/
const file = /\.(ts|mjs|cjs|js|json|md|wxml|wxss)$/
const path = /^\.?[\w-][\w.{},*-]*(\/[\w.{},*-]+)*\/?$/

/** `a/{b,c}.ts` is two paths. */
function spread(one: string): string[] {
  const [whole, names] = /\{([^}]*)\}/.exec(one) ?? []
  return whole === undefined ? [one] : names!.split(',').flatMap((name) => spread(one.replace(whole, name)))
}

const isPath = (word: string): boolean =>
  path.test(word) && !made.test(word) && (file.test(word) || word.includes('/'))

/** What stands in backticks and looks like a path, and where links lead to; blocks of code are passed over. */
export function pathsOf(markdown: string): string[] {
  const text = markdown.replace(/^ *```[\s\S]*?^ *```/gm, '')
  const named = [...text.matchAll(/`([^`\n]+)`/g)].map(([, word]) => word!).filter(isPath)
  const links = [...text.matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)].map(([, to]) => to!)
  return [
    ...named.flatMap(spread),
    ...links.map((to) => (existsSync(join(root, to)) || to.startsWith('docs/') ? to : `docs/${to}`)),
  ]
}

let names: ReadonlySet<string> | null = null
/** A file's name alone is true while a file of this name is anywhere. */
function isAnywhere(name: string): boolean {
  const rooms = ['miniprogram', 'cloudfunctions', 'local', 'demo', 'scripts', 'typings', 'test', 'docs']
  names ??= new Set(
    rooms
      .filter((room) => existsSync(join(root, room)))
      .flatMap((room) => readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }))
      .map((one) => one.slice(one.lastIndexOf('/') + 1)),
  )
  return names.has(name)
}

/** Which of these paths are not there; `given` are those that the document itself makes. */
export const missing = (paths: readonly string[], given: readonly string[]): string[] =>
  [...new Set(paths)].filter(
    (one) =>
      !heads.some((head) => existsSync(join(root, head + one))) &&
      !given.some((each) => each === one || each.startsWith(`${one.replace(/\/$/, '')}/`)) &&
      !(!one.includes('/') && isAnywhere(one)),
  )
