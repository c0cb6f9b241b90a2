import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The project's folder, absolute: every script works from there. */
export const root = dirname(dirname(__dirname))
export const miniprogram = join(root, 'miniprogram')
export const npmFolder = join(miniprogram, 'miniprogram_npm')

const notOurs = ['node_modules', 'miniprogram_npm']

/** Every file below a folder (absolute paths, sorted) but for the folders of packages; [] when there is no folder. */
export function filesBelow(
  folder: string,
  wanted: (file: string) => boolean = () => true,
  skip = notOurs,
): string[] {
  if (!existsSync(folder)) return []
  const found: string[] = []
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (!skip.includes(entry.name)) found.push(...filesBelow(path, wanted, skip))
    } else if (wanted(path)) found.push(path)
  }
  return found.sort()
}

/** Writes a file and the folders above it. */
export function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

/** One hash over texts or file contents, in the order given. */
export function hashOf(parts: Iterable<string | Uint8Array>): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex')
}

/** The hash of files with their names; changes when one is edited, added or gone. */
export function hashOfFiles(files: string[]): string {
  return hashOf(files.flatMap((file) => [file, readFileSync(file)]))
}

const stampFile = (name: string) => join(root, 'dist', '.stamps', name)

/** What was stamped last under this name, '' when never. */
export function stamped(name: string): string {
  const file = stampFile(name)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** Remembers that the part `name` is built (or checked) from these inputs. */
export function stamp(name: string, value: string): void {
  write(stampFile(name), value)
}

/** Forgets a stamp before its part is made anew, so that a broken build is not taken for a good one. */
export function unstamp(name: string): void {
  rmSync(stampFile(name), { force: true })
}
