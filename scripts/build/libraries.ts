// miniprogram_npm/dayjs and miniprogram_npm/libphonenumber-js: of each only what the app uses. WeChat's own "build npm"
// would copy 140 locales of the one and five sets of metadata of the other. TDesign has a dayjs of its own and keeps it.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf, npmFolder, root, stamp, stamped, unstamp } from './files'

interface Library {
  name: string
  says: string
  /** Module of the app → where it lies in the library's folder, and what is taken of it. */
  modules: Readonly<Record<string, { out: string; take: string }>>
}

const dayjs: Library = {
  name: 'dayjs',
  says: 'with utc',
  modules: {
    dayjs: { out: 'index', take: 'default' },
    'dayjs/plugin/utc': { out: 'plugin/utc', take: 'default' },
  },
}
const phones: Library = {
  name: 'libphonenumber-js',
  says: 'the numbers of all countries',
  modules: { 'libphonenumber-js/min': { out: 'min', take: 'parsePhoneNumberFromString' } },
}

export const buildDayjs = (): Promise<string> => built(dayjs)
export const buildPhones = (): Promise<string> => built(phones)

/** Builds a library's modules; says what it did, or that there was nothing to do. */
async function built({ name, says, modules }: Library): Promise<string> {
  const target = join(npmFolder, name)
  const sources = Object.keys(modules).map((one) => readFileSync(require.resolve(one)))
  const version = readFileSync(join(root, 'node_modules', name, 'package.json'))
  const inputs = hashOf([version, ...sources, readFileSync(__filename)])
  if (stamped(name) === inputs && existsSync(target)) return `${name}: up to date`
  unstamp(name)
  rmSync(target, { recursive: true, force: true })
  const sizes = await Promise.all(
    Object.entries(modules).map(([one, { out, take }]) => bundle(one, take, join(target, `${out}.js`))),
  )
  stamp(name, inputs)
  return `${name}: ${says} ${(sizes.reduce((sum, size) => sum + size, 0) / 1024).toFixed(1)} KB`
}

/** Says what is taken itself, so that the import is sound whatever the compiler makes of modules. */
async function bundle(name: string, take: string, outfile: string): Promise<number> {
  const { build } = await import('esbuild')
  const done = await build({
    stdin: { contents: `export { ${take} } from '${name}'`, resolveDir: root },
    outfile,
    bundle: true,
    format: 'cjs',
    target: 'es2018',
    minify: true,
    metafile: true,
    logLevel: 'error',
  })
  return Object.values(done.metafile.outputs).reduce((sum, output) => sum + output.bytes, 0)
}
