// Writes the pages of docs/ that are made from the code; `--check` only says which are stale.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { gatesPage } from './docs/gates'
import { d8Page } from './docs/d8'
import { contractPage } from './docs/contract'
import { lifecyclePage } from './docs/lifecycle'
import { settingsPage } from './docs/settings'

const pages: Record<string, () => string> = {
  'docs/lifecycle.md': lifecyclePage,
  'docs/8d.md': d8Page,
  'docs/gates.md': gatesPage,
  'docs/contract.md': contractPage,
  'docs/settings.md': settingsPage,
}

async function main(check: boolean): Promise<void> {
  mkdirSync('docs', { recursive: true })
  const config = await resolveConfig('docs/lifecycle.md')
  for (const [file, page] of Object.entries(pages)) {
    const text = await format(page(), { ...config, parser: 'markdown' })
    const now = existsSync(file) ? readFileSync(file, 'utf8') : ''
    if (now !== text) settle(file, text, check)
  }
}

function settle(file: string, text: string, check: boolean): void {
  if (check) {
    console.error(`${file} is stale: run npm run docs`)
    process.exitCode = 1
    return
  }
  writeFileSync(file, text)
  console.log(`wrote ${file}`)
}

void main(process.argv.includes('--check'))
