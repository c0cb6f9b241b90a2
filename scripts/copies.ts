// No number of the settings stands anywhere else. `npx tsx scripts/copies.ts` says where one does that was not known;
// `--list` prints all with the settings that they may be; `--forget` takes from the list what is gone.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './build/files'
import { compare, findCopies, type Copy, type Known } from './copies/find'

const list = join(root, 'scripts/copies/known.json')
const known = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Known) : {}

const line = ({ file, sentence, settings }: Copy): string =>
  `${file}: ${sentence}${settings.length > 0 ? `\n    ${settings.join(', ')}` : ''}`

function forget(found: readonly Copy[]): void {
  const left = found.filter(({ file, sentence }) => known[file]?.includes(sentence))
  const files = [...new Set(left.map(({ file }) => file))]
  const kept = files.map((file) => [file, left.filter((one) => one.file === file).map((one) => one.sentence)])
  writeFileSync(list, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`)
}

function main(args: readonly string[]): void {
  const found = findCopies()
  if (args.includes('--list')) return found.forEach((copy) => console.log(line(copy)))
  if (args.includes('--forget')) return forget(found)
  const { fresh, gone } = compare(found, known)
  for (const copy of fresh) console.log(`a number of the settings stands here too: ${line(copy)}`)
  for (const key of gone) console.log(`not there any more, take it from the list: ${key}`)
  console.log(`${found.length - fresh.length} copies are still known`)
  process.exitCode = fresh.length + gone.length === 0 ? 0 : 1
}

main(process.argv.slice(2))
