// The icon sheet of TDesign without its network: only the glyphs that icons.json names, drawn into a
// small font inside the sheet. The original code points stay.
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { root } from './files'
import lists from './icons.json'

const glyphRule = /\.t-icon-([a-z0-9-]+):before\{content:'\\([0-9A-F]+)';\}\n?/g
const largest = 20 * 1024

/** TDesign's icon.wxss → the same with the subset font inside. Throws when it is above 20 KB or a glyph is unknown. */
export async function iconSheet(original: string): Promise<string> {
  const known = codePoints(original)
  const glyphs = wanted().map((name) => ({ name, code: codeOf(name, known) }))
  const { iconFont } = await import('./icon-font')
  const font = Buffer.from(await iconFont(glyphs)).toString('base64')
  const face = `@font-face{font-family:t;src:url(data:font/woff;base64,${font}) format('woff');font-weight:400;font-style:normal;}`
  const wantedNames = new Set(glyphs.map((glyph) => glyph.name))
  const sheet = original
    .replace(/@font-face\{[^}]*\}/, face)
    .replace(glyphRule, (rule, name: string) => (wantedNames.has(name) ? rule : ''))
  if (sheet.length > largest)
    throw new Error(`icons: ${sheet.length} bytes, more than ${largest}: shorten scripts/build/icons.json`)
  return sheet
}

/** Every icon that the app names in so many words must be in icons.json, or it would be a blank on the phone. */
export function checkIconNames(app: string[], original: string): void {
  const have = new Set(wanted())
  const known = codePoints(original)
  const missing = app.flatMap((file) =>
    namesIn(file)
      .filter((name) => !have.has(name) && known.has(name))
      .map((name) => `${name} (${relative(root, file)})`),
  )
  if (missing.length > 0) throw new Error(`icons: not in scripts/build/icons.json: ${missing.join(', ')}`)
}

const wanted = () => [...new Set([...lists.app, ...lists.tdesign])]

function codePoints(sheet: string): Map<string, number> {
  return new Map([...sheet.matchAll(glyphRule)].map(([, name = '', code = '']) => [name, parseInt(code, 16)]))
}

function codeOf(name: string, known: Map<string, number>): number {
  const code = known.get(name)
  if (code === undefined) throw new Error(`icons: TDesign has no icon named ${name}`)
  return code
}

/** wx.showToast has words of its own for `icon`. */
const toastIcons = ['none', 'success', 'error', 'loading']

function namesIn(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const patterns = file.endsWith('.wxml')
    ? [
        /<t-icon\b[^>]*?\bname="([a-z0-9-]+)"/g,
        /\b(?:icon|(?:left|right|prefix|suffix)-icon)="([a-z0-9-]+)"/g,
      ]
    : file.endsWith('.ts')
      ? [/\bicon: '([a-z0-9-]+)'/g]
      : []
  return patterns
    .flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''))
    .filter((name) => !toastIcons.includes(name))
}
