// The rooms of a tree, each with what is counted in its sources.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { filesBelow } from '../build/files'
import { countOf, nothing, plus, type Counts } from './count'

const pages = ['pages', 'customer', 'field', 'office', 'quality', 'about'].map((one) => `miniprogram/${one}`)

/** Room → the folders that are it. */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  domain: ['miniprogram/domain'],
  services: ['miniprogram/services'],
  components: ['miniprogram/components', 'miniprogram/custom-tab-bar'],
  pages,
  cloudfunctions: ['cloudfunctions'],
  typings: ['typings'],
  local: ['local'],
  demo: ['demo'],
  scripts: ['scripts'],
  test: ['test'],
}

/** A room's counts; circles are groups of files that need each other. */
export type Figures = Counts & { circles: number }

const sources = (tree: string, folder: string): string[] =>
  filesBelow(join(tree, folder), (file) => file.endsWith('.ts'))

/** Room → figures of a tree, with a last row of all together. */
export function figuresOf(tree: string, config: string): Record<string, Figures> {
  const circles = circlesOf(tree, config)
  const found: Record<string, Figures> = {}
  let all = nothing()
  for (const [room, folders] of Object.entries(rooms)) {
    const counts = folders
      .flatMap((folder) => sources(tree, folder))
      .map((file) => countOf(relative(tree, file).split(sep).join('/'), readFileSync(file, 'utf8')))
      .reduce(plus, nothing())
    const own = circles.filter((circle) => folders.some((folder) => circle[0]?.startsWith(`${folder}/`)))
    found[room] = { ...counts, circles: own.length }
    all = plus(all, counts)
  }
  return { ...found, all: { ...all, circles: circles.length } }
}

interface Module {
  source: string
  dependencies: { resolved: string; circular: boolean }[]
}

/** Groups of files of which each needs every other, types included, by dependency-cruiser. */
function circlesOf(tree: string, config: string): string[][] {
  const tool = join(__dirname, '../../node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const folders = [
    ...new Set(
      Object.values(rooms)
        .flat()
        .map((folder) => folder.split('/')[0]!),
    ),
  ]
  const given = ['--config', config, '--output-type', 'json', '--preserve-symlinks', ...folders]
  const text = execFileSync(process.execPath, [tool, ...given], {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  return groups((JSON.parse(text) as { modules: Module[] }).modules)
}

// An import that is part of a circle joins two files of one group.
function groups(modules: readonly Module[]): string[][] {
  const groupOf = new Map<string, Set<string>>()
  for (const { source, dependencies } of modules)
    for (const { resolved, circular } of dependencies) if (circular) joined(groupOf, source, resolved)
  return [...new Set(groupOf.values())].map((group) => [...group].sort())
}

function joined(groupOf: Map<string, Set<string>>, a: string, b: string): void {
  const both = new Set([...(groupOf.get(a) ?? [a]), ...(groupOf.get(b) ?? [b])])
  for (const one of both) groupOf.set(one, both)
}
