// miniprogram_npm/tdesign-miniprogram: exactly the files that the app's pages reach, followed through
// json, js, wxml, wxs and wxss. WeChat's own "build npm" would copy all of it (1.2 MB).
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import {
  filesBelow,
  hashOf,
  hashOfFiles,
  miniprogram,
  npmFolder,
  root,
  stamp,
  stamped,
  unstamp,
  write,
} from './files'
import { checkIconNames, iconSheet } from './icons'

const source = join(root, 'node_modules', 'tdesign-miniprogram', 'miniprogram_dist')
const target = join(npmFolder, 'tdesign-miniprogram')
const name = 'tdesign-miniprogram'
const iconRules = join(source, 'icon', 'icon.wxss')

/** Builds TDesign's used part; says what it did, or that there was nothing to do. Throws when a gate is broken. */
export async function buildTdesign(): Promise<string> {
  const app = filesBelow(miniprogram, (file) => /\.(json|ts|js|wxml|wxss)$/.test(file))
  const inputs = hashOf([
    hashOfFiles(app),
    hashOfFiles(filesBelow(__dirname)),
    readFileSync(join(source, '../package.json')),
  ])
  if (stamped(name) === inputs && existsSync(target)) return 'tdesign: up to date'
  unstamp(name)
  const entries = entriesOf(app)
  const files = reached(entries)
  rmSync(target, { recursive: true, force: true })
  if (entries.length === 0) return 'tdesign: the app uses no component of it yet'
  checkIconNames(app, readFileSync(iconRules, 'utf8'))
  await copy(files)
  stamp(name, inputs)
  return `tdesign: ${entries.length} components in use, ${files.size} files, ${sizeOf(target)} KB`
}

function entriesOf(app: string[]): string[] {
  const entries = new Set<string>()
  for (const file of app) {
    for (const [, path] of readFileSync(file, 'utf8').matchAll(/['"]tdesign-miniprogram\/([^'"]+)['"]/g)) {
      if (path) entries.add(join(source, path))
    }
  }
  return [...entries].sort()
}

function reached(entries: string[]): Set<string> {
  const seen = new Set<string>()
  const open = entries.flatMap((entry) => partsOf(entry))
  while (open.length > 0) {
    const file = open.pop()
    if (!file || seen.has(file)) continue
    seen.add(file)
    open.push(...referencesOf(file))
  }
  return seen
}

/** A component's four files, or the one module that a path names. */
function partsOf(path: string): string[] {
  const asIs = [path, `${path}.js`, join(path, 'index.js')].filter(
    (file) => /\.\w+$/.test(file) && existsSync(file),
  )
  const component = ['.json', '.wxml', '.wxss', '.wxs']
    .map((end) => path + end)
    .filter((file) => existsSync(file))
  const parts =
    component.length > 0 ? [...component, ...asIs.filter((file) => file === `${path}.js`)] : asIs.slice(0, 1)
  if (parts.length === 0) throw new Error(`tdesign: ${relative(source, path)} is not in tdesign-miniprogram`)
  return parts
}

const patterns: Record<string, RegExp[]> = {
  js: [/(?:\bfrom|\bimport|\brequire\()\s*["']([^"']+)["']/g],
  wxs: [/\brequire\(\s*["']([^"']+)["']/g],
  wxss: [/@import\s+["']([^"']+)["']/g],
  wxml: [/<(?:import|include|wxs)\b[^>]*?\bsrc="([^"]+)"/g],
}

function referencesOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const kind = file.split('.').pop() ?? ''
  const named =
    kind === 'json'
      ? componentsOf(text)
      : (patterns[kind] ?? []).flatMap((p) => [...text.matchAll(p)].map((m) => m[1] ?? ''))
  return named.flatMap((path) => {
    if (path.startsWith('/'))
      throw new Error(`tdesign: ${relative(source, file)} names ${path}, which lies outside it`)
    return path.startsWith('.') || kind !== 'js' ? partsOf(resolve(dirname(file), path)) : nestedPackage(path)
  })
}

function componentsOf(json: string): string[] {
  const parsed: { usingComponents?: Record<string, string> } = JSON.parse(json)
  return Object.values(parsed.usingComponents ?? {})
}

/** dayjs, tslib …: TDesign carries its own copies, resolved by WeChat before any other. */
function nestedPackage(path: string): string[] {
  return partsOf(join(source, 'miniprogram_npm', path))
}

async function copy(files: Set<string>): Promise<void> {
  for (const file of files) {
    const own = file === iconRules ? await iconSheet(readFileSync(file, 'utf8')) : readFileSync(file)
    write(join(target, relative(source, file)), own)
  }
  const remote = everyFile(target).filter((file) => readFileSync(file, 'utf8').includes('tdesign.gtimg.com'))
  if (remote.length > 0)
    throw new Error(
      `tdesign: still loads from the network: ${remote.map((f) => relative(root, f)).join(', ')}`,
    )
}

const everyFile = (folder: string) => filesBelow(folder, () => true, [])

const sizeOf = (folder: string) =>
  Math.round(everyFile(folder).reduce((sum, file) => sum + statSync(file).size, 0) / 1024)
