// npm run figures: how large files and functions are, circles, and steps around the types, a line a room.
// `--base REV` puts another revision's figures beside them.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './build/files'
import { figuresOf, type Figures } from './figures/rooms'
import { shown } from './figures/show'

const config = join(root, '.dependency-cruiser.mjs')

/** Figures of a revision, read from a copy that is gone afterwards. */
function figuresAt(revision: string): Record<string, Figures> {
  const tree = mkdtempSync(join(tmpdir(), 'jifu-figures-'))
  try {
    const archive = execFileSync('git', ['archive', '--format=tar', revision], { cwd: root, maxBuffer: 1e9 })
    execFileSync('tar', ['-x', '-C', tree], { input: archive })
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
    return figuresOf(tree, config)
  } finally {
    rmSync(tree, { recursive: true })
  }
}

const at = process.argv.indexOf('--base')
const base = at > 0 ? process.argv[at + 1] : undefined
if (at > 0 && !base) {
  console.error('npm run figures -- --base REV')
  process.exitCode = 1
} else console.log(shown(figuresOf(root, config), base ? figuresAt(base) : undefined))
