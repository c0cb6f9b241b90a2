// miniprogram_npm/valibot: one module with only what the app names of it (6 KB instead of 123).
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import {
  filesBelow,
  hashOf,
  hashOfFiles,
  miniprogram,
  npmFolder,
  root,
  stamp,
  stamped,
  unstamp,
} from './files'

const outfile = join(npmFolder, 'valibot', 'index.js')

/** Bundles the part of valibot in use; says what it did, or that there was nothing to do. */
export async function buildValibot(): Promise<string> {
  const files = filesBelow(miniprogram, (file) => file.endsWith('.ts'))
  const version = readFileSync(join(root, 'node_modules/valibot/package.json'))
  const inputs = hashOf([version, hashOfFiles([...files, __filename])])
  if (stamped('valibot') === inputs && existsSync(outfile)) return 'valibot: up to date'
  unstamp('valibot')
  rmSync(join(npmFolder, 'valibot'), { recursive: true, force: true })
  const names = await namesInUse(files)
  if (names.length === 0) return 'valibot: miniprogram/ uses nothing of it yet'
  const size = await bundle(names)
  stamp('valibot', inputs)
  return `valibot: ${names.length} functions in use, ${(size / 1024).toFixed(1)} KB`
}

async function bundle(names: string[]): Promise<number> {
  const { build } = await import('esbuild')
  const done = await build({
    stdin: { contents: `export { ${names.join(', ')} } from 'valibot'`, resolveDir: root },
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

/** The values (not types) that the files take from valibot. */
async function namesInUse(files: string[]): Promise<string[]> {
  const valibot = await import('valibot')
  return [...new Set(files.flatMap(namesOf))].filter((name) => name in valibot).sort()
}

const wholeImport = /import (?:type )?\* as (\w+) from 'valibot'/
const namedImport = /import \{([^}]*)\} from 'valibot'/

function namesOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const space = wholeImport.exec(text)?.[1]
  const used = space
    ? [...text.matchAll(new RegExp(`\\b${space}\\.(\\w+)`, 'g'))].map((match) => match[1] ?? '')
    : []
  const named = (namedImport.exec(text)?.[1] ?? '')
    .split(',')
    .map((part) => part.trim().split(' as ')[0] ?? '')
  if (!space && named.join('') === '' && /from ['"]valibot['"]/.test(text) && !text.includes('import type')) {
    throw new Error(`valibot: ${relative(root, file)} imports it in a way this build does not read`)
  }
  return [...used, ...named]
}
