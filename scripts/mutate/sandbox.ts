// A copy of the project in which all mutants are, built, and what runs its sentences with one of them awake.
import { spawn, type ChildProcess } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { HOUR } from '../../local/units'
import { hashOf, root } from '../build/files'
import type { Mutated } from './mutants'

const left = ['node_modules', '.git', 'dist', '.data', 'pictures']

export interface Ended {
  code: number | null
  /** It was ended because it took too long. */
  late: boolean
  output: string
}

export class Sandbox {
  private child: ChildProcess | null = null
  private constructor(readonly folder: string) {}

  /** Copies, writes the mutated sources and builds the functions of them. */
  static async open(n: number, { files }: Mutated): Promise<Sandbox> {
    const sandbox = new Sandbox(join(tmpdir(), `jifu-mutate-${hashOf([root]).slice(0, 8)}-${n}`))
    rmSync(sandbox.folder, { recursive: true, force: true })
    cpSync(root, sandbox.folder, {
      recursive: true,
      filter: (path) => path === root || !left.includes(basename(path)),
    })
    symlinkSync(join(root, 'node_modules'), sandbox.at('node_modules'))
    for (const [name, content] of files) writeFileSync(sandbox.at(name), content)
    for (const name of ['awake.cjs', 'order.cjs']) cpSync(join(__dirname, name), sandbox.at(name))
    writeFileSync(sandbox.at('jest.mutate.mjs'), config)
    const built = await sandbox.run('tsx', ['-e', build], HOUR / 10)
    if (built.code !== 0) throw new Error(`the mutated functions do not build:\n${built.output}`)
    sandbox.wakeInFunctions()
    return sandbox
  }

  at(...path: string[]): string {
    return join(this.folder, ...path)
  }

  private wakeInFunctions(): void {
    const functions = this.at('dist', 'cloudfunctions')
    for (const name of readdirSync(functions)) {
      const file = join(functions, name, 'index.js')
      if (!existsSync(file)) continue
      writeFileSync(file, `require(${JSON.stringify(this.at('awake.cjs'))});${readFileSync(file, 'utf8')}`)
    }
  }

  /**
   * Runs files of sentences in this order: with a mutant awake until one fails, with none noting what is reached.
   * `cost` is what they cost the processor without a mutant, in ms; one that costs far more never ends.
   */
  sentences(files: readonly string[], mutant: string | null, cost = HOUR / 10): Promise<Ended> {
    for (const name of ['tmp', 'reached', 'killed.json'])
      rmSync(this.at(name), { recursive: true, force: true })
    for (const name of ['tmp', 'reached']) mkdirSync(this.at(name))
    writeFileSync(this.at('awake.json'), JSON.stringify({ mutant, files }))
    const rooms = [...new Set(files.map((file) => file.split('/')[1]!))]
    const args = ['-c', 'jest.mutate.mjs', '--runInBand', ...(mutant ? ['--bail'] : [])]
    return this.run('jest', [...args, '--selectProjects', ...rooms, '--runTestsByPath', ...files], cost)
  }

  // A group of its own, so that all of it can be ended. What computes for ever is ended by the time of the processor,
  // which is the same on a busy machine; what waits for ever by a far longer time of the clock.
  private run(tool: string, args: string[], cost: number): Promise<Ended> {
    const seconds = Math.ceil(30 + (4 * cost) / 1000)
    const file = this.at('node_modules', '.bin', tool)
    const limited = ['-c', `ulimit -t ${seconds}; exec "$0" "$@"`, file, ...args]
    const [command, given] = process.platform === 'win32' ? [`${file}.cmd`, args] : ['/bin/sh', limited]
    const child = spawn(command, given, {
      cwd: this.folder,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...clean, HOLD: 'glance', TMPDIR: existsSync(this.at('tmp')) ? this.at('tmp') : tmpdir() },
    })
    this.child = child
    let output = ''
    const keep = (data: Buffer) => (output = (output + data).slice(-20_000))
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    return new Promise((done) => {
      let late = false
      const timer = setTimeout(
        () => {
          late = true
          this.end()
        },
        10 * seconds * 1000,
      )
      child.on('exit', (code, signal) => {
        clearTimeout(timer)
        this.end()
        done({ code, late: late || signal === 'SIGXCPU', output })
      })
    })
  }

  /** Ends what runs. */
  end(): void {
    try {
      if (this.child?.pid) process.kill(-this.child.pid, 'SIGKILL')
    } catch {
      // it has ended by itself
    }
    this.child = null
  }

  close(): void {
    this.end()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** The seed of the sample is none of the stories'. */
const own = ['SEED', 'RUNS', 'PATH_OF_RUN']
const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.includes(name)))
const build = `require('./scripts/build/functions').buildFunctions().catch((e) => { console.error(e); process.exit(1) })`
const config = `
import base from './jest.config.mjs'
export default {
  ...base,
  projects: base.projects.map((room) => ({ ...room, setupFilesAfterEnv: ['<rootDir>/awake.cjs'] })),
  testSequencer: '<rootDir>/order.cjs',
}
`
