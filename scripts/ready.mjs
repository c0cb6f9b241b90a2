// Makes a fresh clone usable: a new enough Node, and node_modules as the lock file has it. Plain Node,
// because nothing is installed yet when it runs.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const oldestNode = 20

/** Installs what is missing or older than package-lock.json, and says so; does nothing otherwise. Throws in plain words. */
export function ready() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < oldestNode) {
    throw new Error(`Node ${oldestNode} or newer is needed, this is ${process.version}: https://nodejs.org`)
  }
  const why = staleBecause()
  if (why) install(why)
}

function staleBecause() {
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return 'nothing is installed yet'
  const lock = join(root, 'package-lock.json')
  if (!existsSync(lock)) return ''
  return statSync(lock).mtimeMs > statSync(installed).mtimeMs
    ? 'package-lock.json is newer than node_modules'
    : ''
}

// `npm install` and not `npm ci`: the lock names no registry, and npm ci takes such a lock for incomplete where a
// package for another platform is left out. --no-save leaves the lock as it is, so the versions are the lock's.
function install(why) {
  console.log(`Installing the packages (npm install): ${why}. 正在安装依赖……`)
  const done = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (done.status !== 0) throw new Error('npm install failed; is there a network? Its own words are above.')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    ready()
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
