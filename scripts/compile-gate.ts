// WeChat's own compiler over the sources, offline: what DevTools would refuse is known here. A throw-away key is
// enough, since nothing is uploaded. Budgets of the packages are ux.md's.
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as ci from 'miniprogram-ci'
import { root } from './build/files'

const KB = 1024
/** Package → bytes at most, unpacked; '' is the main package. */
const budgets: Readonly<Record<string, number>> = {
  '': 1200 * KB,
  customer: 500 * KB,
  field: 600 * KB,
  office: 500 * KB,
  quality: 300 * KB,
  about: 150 * KB,
}

async function compile(): Promise<Record<string, number>> {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  })
  const project = new ci.Project({
    appid: 'wx0000000000000000',
    type: 'miniProgram',
    projectPath: root,
    privateKey,
    ignores: ['node_modules/**/*', 'dist/**/*', '.data/**/*'],
  })
  const attributes = ci.DefaultProjectAttr
  Object.assign(project, { attr: () => Promise.resolve(attributes), _attr: attributes })
  const zip = join(mkdtempSync(join(tmpdir(), 'gate-')), 'out.zip')
  const setting = {
    es6: true,
    es7: true,
    minify: true,
    useCompilerPlugins: ['typescript'],
    ignoreUploadUnusedFiles: true,
  }
  await ci.getCompiledResult(
    { project, version: '1.0.0', desc: 'gate', setting, onProgressUpdate: () => {} },
    zip,
  )
  return sizes(readFileSync(zip))
}

/** Bytes of each package, read from the archive's central directory. */
function sizes(zip: Buffer): Record<string, number> {
  const found: Record<string, number> = {}
  for (let at = zip.indexOf('PK\u0001\u0002'); at >= 0; at = zip.indexOf('PK\u0001\u0002', at + 4)) {
    const name = zip.subarray(at + 46, at + 46 + zip.readUInt16LE(at + 28)).toString()
    const folder = name.replace(/^\/?(miniprogram\/)?/, '').split('/')[0] ?? ''
    const part = folder in budgets ? folder : ''
    found[part] = (found[part] ?? 0) + zip.readUInt32LE(at + 24)
  }
  return found
}

async function main(): Promise<void> {
  let passed = 0
  let failed = 0
  const row = (ok: boolean, words: string) => {
    console.log(`${ok ? '✓' : '✗'} ${words}`)
    if (ok) passed += 1
    else failed += 1
  }
  try {
    const found = await compile()
    row(Object.keys(found).length > 0, 'the sources compile')
    for (const [name, budget] of Object.entries(budgets)) {
      const size = found[name] ?? 0
      row(size > 0 && size <= budget, `${name || 'main'} ${Math.round(size / KB)} KB of ${budget / KB} KB`)
    }
  } catch (error) {
    row(false, String((error as Error).message ?? error))
  }
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
}

process.on('unhandledRejection', () => {})
void main()
