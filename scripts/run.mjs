// Runs a tool of this project's own node_modules, its output as it is.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './ready.mjs'

/** Exit code of `node_modules/.bin/<tool> …args`; gives its output instead of printing when `quiet`. */
export function run(tool, args, { quiet = false, env = {} } = {}) {
  const bin = join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${tool}.cmd` : tool)
  return new Promise((done) => {
    const child = spawn(bin, args, {
      cwd: root,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    })
    let output = ''
    child.stdout?.on('data', (data) => (output += data))
    child.stderr?.on('data', (data) => (output += data))
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal))
    child.on('close', (code) => done({ code: code ?? 1, output }))
  })
}
