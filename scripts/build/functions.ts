// dist/cloudfunctions: every function with all it needs in one file, as CloudBase is given it. The bundle
// of a day is the bundle of production: the local cloud runs these very files.
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { BuildOptions, Metafile } from 'esbuild'
import { hashOf, root, stamp, stamped, unstamp, write } from './files'

const sources = join(root, 'cloudfunctions')
const target = join(root, 'dist', 'cloudfunctions')

/** Names of the folders of cloudfunctions/ that are functions: those with a config.json. Throws when one has no index.ts. */
export function functionNames(): string[] {
  if (!existsSync(sources)) return []
  const names = readdirSync(sources).filter((name) => existsSync(join(sources, name, 'config.json')))
  const headless = names.filter((name) => !existsSync(join(sources, name, 'index.ts')))
  if (headless.length > 0) throw new Error(`functions: no index.ts in cloudfunctions/${headless.join(', ')}`)
  return names
}

/** Bundles all functions; says what it did, or that there was nothing to do. */
export async function buildFunctions(): Promise<string> {
  const names = functionNames()
  if (names.length === 0) return 'functions: there is none in cloudfunctions/ yet'
  if (stamped('functions') === inputsNow(knownInputs(), names) && names.every(isBuilt))
    return 'functions: up to date'
  unstamp('functions')
  rmSync(target, { recursive: true, force: true })
  const { build } = await import('esbuild')
  const { metafile } = await build({ ...options(names), metafile: true })
  companions(names)
  remember(metafile, names)
  const sizes = names.map((name) => `${name} ${Math.round(statSync(bundleOf(name)).size / 1024)} KB`)
  return `functions: ${sizes.join(', ')}`
}

/** Bundles anew at every change of a source, until `stop`; `built` is told after each good build. */
export async function watchFunctions(built: () => void = () => {}): Promise<{ stop(): Promise<void> }> {
  const names = functionNames()
  if (names.length === 0) return { stop: async () => {} }
  const { context } = await import('esbuild')
  const tell = {
    name: 'tell',
    setup: (plugin: { onEnd(callback: (result: { errors: unknown[] }) => void): void }) =>
      plugin.onEnd((result) => result.errors.length === 0 && built()),
  }
  const watching = await context({ ...options(names), plugins: [tell] })
  await watching.watch()
  return { stop: () => watching.dispose() }
}

function options(names: string[]): BuildOptions {
  return {
    entryPoints: names.map((name) => ({ in: join(sources, name, 'index.ts'), out: `${name}/index` })),
    outdir: target,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    minify: true,
    // Names of functions are put back one by one, when a bundle is loaded and whenever one function makes another: a
    // twentieth of the weight, and time in each call. A stack in the log is read with the map that lies beside it.
    keepNames: false,
    // Chinese as it is, not six letters for each.
    charset: 'utf8',
    sourcemap: 'external',
    legalComments: 'none',
    logLevel: 'warning',
  }
}

/** What CloudBase wants beside the code: triggers and limits, and a package.json without dependencies. */
function companions(names: string[]): void {
  for (const name of names) {
    write(join(target, name, 'config.json'), readFileSync(join(sources, name, 'config.json')))
    write(
      join(target, name, 'package.json'),
      `${JSON.stringify({ name, main: 'index.js', private: true }, null, 2)}\n`,
    )
  }
}

const bundleOf = (name: string) => join(target, name, 'index.js')
const isBuilt = (name: string) => existsSync(bundleOf(name)) && existsSync(join(target, name, 'config.json'))

const inputsFile = join(root, 'dist', '.stamps', 'functions.inputs')

function remember(metafile: Metafile, names: string[]): void {
  const files = Object.keys(metafile.inputs).sort()
  write(inputsFile, files.join('\n'))
  stamp('functions', inputsNow(files, names))
}

const knownInputs = () => (existsSync(inputsFile) ? readFileSync(inputsFile, 'utf8').split('\n') : [])

/** Times and sizes instead of contents: the SDK alone has hundreds of files. */
function inputsNow(files: string[], names: string[]): string {
  const configs = names.map((name) => join('cloudfunctions', name, 'config.json'))
  const states = [...files, ...configs, 'package-lock.json', relative(root, __filename)].map((file) => {
    const state = statSync(join(root, file), { throwIfNoEntry: false })
    return `${file} ${state?.mtimeMs} ${state?.size}`
  })
  return hashOf(states)
}
