// Draws tdesign-icons-svg (MIT, TDesign's own drawings) into a woff. Most icons are strokes; a font knows
// only filled outlines, so Skia's path tools turn the strokes into outlines and merge what overlaps.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { createFont } from 'fonteditor-core'
import init, { type PathKit } from 'pathkit-wasm/bin/pathkit.js'
import { root } from './files'
import { outline } from './outlines'

export interface Glyph {
  name: string
  /** code point */
  code: number
}

/** As fine as a quarter of a pixel at 64 px; a finer grid only makes the font larger. */
const em = 256
const drawings = join(root, 'node_modules', 'tdesign-icons-svg', 'src')
const pathTools = join(root, 'node_modules', 'pathkit-wasm', 'bin', 'pathkit.wasm')

/** A woff with these glyphs and no other; throws when a drawing is missing. */
export async function iconFont(glyphs: Glyph[]): Promise<Uint8Array> {
  const kit = await loadPathKit()
  const drawn = glyphs.map(({ name, code }) => {
    const path = outline(kit, drawingOf(name), em)
    return `<glyph glyph-name="${name}" unicode="&#x${code.toString(16)};" horiz-adv-x="${em}" d="${path}"/>`
  })
  const font = createFont(svgFont(drawn), { type: 'svg' })
  fillLine(font.get())
  const woff = font.write({ type: 'woff', toBuffer: true, deflate })
  if (typeof woff === 'string') throw new Error('icons: the font came out as text')
  return new Uint8Array(woff)
}

/** The tool writes the metrics of a font of 1024 units; ours has fewer, and a line that it fills exactly. */
function fillLine(font: object): void {
  const { hhea, 'OS/2': os2 } = font as Record<'hhea' | 'OS/2', Record<string, number>>
  Object.assign(hhea, { ascent: em, descent: 0, lineGap: 0 })
  Object.assign(os2, {
    sTypoAscender: em,
    sTypoDescender: 0,
    sTypoLineGap: 0,
    usWinAscent: em,
    usWinDescent: 0,
  })
}

/** It sets handlers for uncaught errors of the whole process, which are none of its business: they are taken off. */
async function loadPathKit(): Promise<PathKit> {
  const events = ['uncaughtException', 'unhandledRejection']
  const before = events.map((event) => process.listeners(event as 'exit'))
  const kit = await init({ wasmBinary: readFileSync(pathTools) })
  events.forEach((event, i) => {
    const added = process.listeners(event as 'exit').filter((listener) => !before[i]?.includes(listener))
    for (const listener of added) process.removeListener(event, listener)
  })
  return kit
}

const deflate = (bytes: number[]) => [...deflateSync(Uint8Array.from(bytes), { level: 9 })]

function drawingOf(name: string): string {
  const file = join(drawings, `${name}.svg`)
  if (!existsSync(file)) throw new Error(`icons: tdesign-icons-svg has no drawing of ${name}`)
  return readFileSync(file, 'utf8')
}

/** All of the em stands above the baseline, so that a line of height 1 is filled exactly. */
function svgFont(glyphs: string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg"><defs><font id="t" horiz-adv-x="${em}">
<font-face font-family="t" units-per-em="${em}" ascent="${em}" descent="0"/><missing-glyph/>
${glyphs.join('\n')}</font></defs></svg>`
}
