// miniprogram_npm/dayjs: the library and its plugin utc, which is all that the app uses (9 KB; WeChat's own "build npm"
// would copy 140 locales too). TDesign has a copy of its own and keeps it.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf, npmFolder, root, stamp, stamped, unstamp } from './files'

const target = join(npmFolder, 'dayjs')
/** Module of the app → where it lies in miniprogram_npm/dayjs. */
const modules = { dayjs: 'index', 'dayjs/plugin/utc': 'plugin/utc' }

/** Builds both modules; says what it did, or that there was nothing to do. */
export async function buildDayjs(): Promise<string> {
  const sources = Object.keys(modules).map((name) => readFileSync(require.resolve(name)))
  const inputs = hashOf([...sources, readFileSync(__filename)])
  if (stamped('dayjs') === inputs && existsSync(target)) return 'dayjs: up to date'
  unstamp('dayjs')
  rmSync(target, { recursive: true, force: true })
  const sizes = await Promise.all(Object.entries(modules).map(([name, out]) => bundle(name, out)))
  stamp('dayjs', inputs)
  return `dayjs: with utc ${(sizes.reduce((sum, size) => sum + size, 0) / 1024).toFixed(1)} KB`
}

/** Says `default` itself, so that the import is sound whatever the compiler makes of modules without one. */
async function bundle(name: string, out: string): Promise<number> {
  const { build } = await import('esbuild')
  const done = await build({
    stdin: { contents: `export { default } from '${name}'`, resolveDir: root },
    outfile: join(target, `${out}.js`),
    bundle: true,
    format: 'cjs',
    target: 'es2018',
    minify: true,
    metafile: true,
    logLevel: 'error',
  })
  return Object.values(done.metafile.outputs).reduce((sum, output) => sum + output.bytes, 0)
}
