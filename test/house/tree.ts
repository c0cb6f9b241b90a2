// A small copy of the house in a temporary folder: each probe is one file with one import, cruised together, once.
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix } from 'node:path'

const root = join(__dirname, '../..')

/** A file of the tree: where it lies and what it imports, a file of the tree or a package. */
export interface Probe {
  from: string
  to: string
}

interface Report {
  summary: { violations: { from: string; to: string; rule: { name: string; severity: string } }[] }
}

const isFile = (path: string): boolean => /\.ts$/.test(path)

function written(tree: string, path: string, text: string): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true })
  writeFileSync(join(tree, path), text)
}

function specifier({ from, to }: Probe): string {
  if (!isFile(to)) return to
  const way = posix.relative(posix.dirname(from), to).replace(/(\.d)?\.ts$/, '')
  return way.startsWith('.') ? way : `./${way}`
}

/** Who imports whom against which rule, as 「rule from → to」; the tree is gone afterwards. */
export function refusals(probes: readonly Probe[]): string[] {
  const tree = mkdtempSync(join(tmpdir(), 'jifu-arrows-'))
  try {
    for (const { to } of probes) if (isFile(to)) written(tree, to, 'export type T = 1\n')
    for (const from of new Set(probes.map((one) => one.from)))
      written(
        tree,
        from,
        probes
          .filter((one) => one.from === from)
          .map((one) => `import type {} from '${specifier(one)}'\n`)
          .join(''),
      )
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
    copyFileSync(join(root, 'package.json'), join(tree, 'package.json'))
    const folders = [...new Set(probes.map(({ from }) => from.split('/')[0]!))]
    const { summary } = JSON.parse(cruised(tree, folders)) as Report
    return summary.violations.map(({ rule, from, to }) => `${rule.severity} ${rule.name} ${from} → ${to}`)
  } finally {
    rmSync(tree, { recursive: true })
  }
}

function cruised(tree: string, folders: readonly string[]): string {
  const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const given = [
    '--config',
    join(root, '.dependency-cruiser.mjs'),
    '--output-type',
    'json',
    '--preserve-symlinks',
  ]
  return execFileSync(process.execPath, [tool, ...given, ...folders], {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
}
