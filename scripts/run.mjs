// Runs a tool of this project's own node_modules, its output as it is.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './ready.mjs'

/**
 * Exit code and output of `node_modules/.bin/<tool> …args`: printed as it comes, or not at all when `quiet`. `kept`
 * prints it and gives it too; otherwise the tool has the terminal to itself.
 */
export function run(tool, args, { quiet = false, kept = quiet, env = {} } = {}) {
  const bin = join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${tool}.cmd` : tool)
  return new Promise((done) => {
    const child = spawn(bin, args, {
      cwd: root,
      stdio: kept ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, ...(kept && process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}), ...env },
      shell: process.platform === 'win32',
    })
    let output = ''
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])
      from?.on('data', (data) => {
        output += data
        if (!quiet) to.write(data)
      })
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal))
    child.on('close', (code) => done({ code: code ?? 1, output }))
  })
}
