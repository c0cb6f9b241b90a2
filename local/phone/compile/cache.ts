// A compiled mini-program is kept on disk and used again while nothing it was made from has changed.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { bundle, type Bundle } from './bundle'

interface Kept {
  stamps: Record<string, number>
  made: Bundle
}

const phone = resolve(__dirname, '..')
let current: { root: string; kept: Kept } | null = null

/** The bundle of a mini-program, compiled anew only when a source has changed. Throws as `bundle` does. */
export async function compiled(root: string): Promise<Bundle> {
  const file = cacheFile(root)
  const known = current?.root === root ? current.kept : read(file)
  if (known && isFresh(known)) {
    current = { root, kept: known }
    return known.made
  }
  const made = await bundle(root)
  const stamps = Object.fromEntries([...made.files, ...runtimeFiles()].map((one) => [one, stamp(one)]))
  current = { root, kept: { stamps, made } }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(current.kept))
  return made
}

function cacheFile(root: string): string {
  const name = createHash('sha256').update(`${root} ${process.version}`).digest('hex').slice(0, 16)
  return join(phone, '../../node_modules/.cache/local-phone', `${name}.json`)
}

function read(file: string): Kept | null {
  try {
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Kept) : null
  } catch {
    return null
  }
}

const stamp = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
const isFresh = ({ stamps }: Kept): boolean =>
  Object.entries(stamps).every(([file, at]) => stamp(file) === at)

/** The phone's own sources: a changed runtime makes a changed bundle. */
function runtimeFiles(): string[] {
  return ['compile', 'elements', 'runtime', 'wx'].flatMap((folder) =>
    readdirSync(join(phone, folder)).map((name) => join(phone, folder, name)),
  )
}
