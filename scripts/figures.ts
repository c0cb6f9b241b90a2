// npm run figures: how large files and functions are, circles, and steps around the types, a line a room; and what
// the bundles weigh.
// `--base REV` puts another revision's figures beside them.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './build/files'
import { bundlesOf } from './figures/bundles'
import { figuresOf, type Figures } from './figures/rooms'
import { shown, weighed } from './figures/show'

const config = join(root, '.dependency-cruiser.mjs')

interface All {
  rooms: Record<string, Figures>
  bundles: Record<string, number>
}

const allOf = (tree: string): All => ({ rooms: figuresOf(tree, config), bundles: bundlesOf(tree) })

/** Figures of a revision, read from a copy that is gone afterwards. */
function allAt(revision: string): All {
  const tree = mkdtempSync(join(tmpdir(), 'jifu-figures-'))
  try {
    const archive = execFileSync('git', ['archive', '--format=tar', revision], { cwd: root, maxBuffer: 1e9 })
    execFileSync('tar', ['-x', '-C', tree], { input: archive })
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
    return allOf(tree)
  } finally {
    rmSync(tree, { recursive: true })
  }
}

const at = process.argv.indexOf('--base')
const base = at > 0 ? process.argv[at + 1] : undefined
if (at > 0 && !base) {
  console.error('npm run figures -- --base REV')
  process.exitCode = 1
} else {
  const [now, before] = [allOf(root), base ? allAt(base) : undefined]
  console.log(`${shown(now.rooms, before?.rooms)}\n${weighed(now.bundles, before?.bundles)}`)
}
