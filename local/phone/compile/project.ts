// The parts of a mini-program, found from app.json: pages, the components they use, and what these use in turn.
import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

export interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  subpackages?: { root: string; pages: string[] }[]
  window?: Record<string, unknown>
  tabBar?: { custom?: boolean; list: { pagePath: string; text: string }[] }
  usingComponents?: Record<string, string>
}

export interface PartJson {
  usingComponents?: Record<string, string>
  componentGenerics?: Record<string, true | { default?: string }>
  styleIsolation?: string
  component?: boolean
  [key: string]: unknown
}

/** A page or component: `id` is its path below the root without extension. */
export interface Part {
  id: string
  kind: 'page' | 'component'
  json: PartJson
}

export interface Project {
  root: string
  app: AppJson
  pages: string[]
  parts: Map<string, Part>
  problems: string[]
}

const TAB_BAR = 'custom-tab-bar/index'

/** Reads a mini-program; what is missing is named in `problems`, the rest is usable. Throws without a readable app.json. */
export function readProject(root: string): Project {
  const app = readJson<AppJson>(join(root, 'app.json'))
  const packages = app.subPackages ?? app.subpackages ?? []
  const pages = [
    ...app.pages,
    ...packages.flatMap((one) => one.pages.map((page) => posix.join(one.root, page))),
  ]
  const project: Project = { root, app, pages, parts: new Map(), problems: [] }
  for (const page of pages) add(project, page, 'page')
  if (app.tabBar?.custom) add(project, TAB_BAR, 'component')
  return project
}

function add(project: Project, given: string, kind: Part['kind']): string {
  const id = existing(project.root, given)
  if (id === null) {
    project.problems.push(`${given}: 没有 ${given}.wxml`)
    return given
  }
  if (project.parts.has(id)) return id
  const file = join(project.root, `${id}.json`)
  const json = existsSync(file) ? readJson<PartJson>(file) : {}
  const part: Part = { id, kind, json: { ...json, usingComponents: {} } }
  project.parts.set(id, part)
  const shared = id.startsWith('miniprogram_npm/') ? {} : (project.app.usingComponents ?? {})
  for (const [tag, path] of Object.entries(shared)) use(project, part, tag, path, 'app')
  for (const [tag, path] of Object.entries(json.usingComponents ?? {})) use(project, part, tag, path, id)
  for (const generic of Object.values(json.componentGenerics ?? {}))
    if (typeof generic === 'object' && generic.default)
      generic.default = `/${add(project, resolvePath(project.root, id, generic.default), 'component')}`
  return id
}

function use(project: Project, part: Part, tag: string, path: string, from: string): void {
  part.json.usingComponents![tag] = `/${add(project, resolvePath(project.root, from, path), 'component')}`
}

/** As WeChat resolves: absolute, relative, then an npm package. */
function resolvePath(root: string, from: string, path: string): string {
  if (path.startsWith('/')) return path.slice(1)
  const near = posix.join(posix.dirname(from), path)
  if (path.startsWith('.') || existing(root, near) !== null) return near
  return posix.join('miniprogram_npm', path)
}

function existing(root: string, id: string): string | null {
  for (const one of [id, posix.join(id, 'index')]) if (existsSync(join(root, `${one}.wxml`))) return one
  return null
}

function readJson<T>(file: string): T {
  const text = readFileSync(file, 'utf8')
  try {
    return JSON.parse(text) as T
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error })
  }
}
