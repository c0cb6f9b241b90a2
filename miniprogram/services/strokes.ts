// A signature as strokes "x,y x,y;x,y …" in a box of 600 × 300, the form that the receipt keeps.

export const WIDTH = 600
export const HEIGHT = 300
export type Point = readonly [number, number]

/** Points nearer than this (in the box) say nothing more. */
const STEP = 3
/** The schema's limit, less one stroke. */
const LONGEST = 11_800

/** "x,y x,y;x,y" of strokes. */
export const strokesText = (strokes: readonly (readonly Point[])[]): string =>
  strokes.map((stroke) => stroke.map(([x, y]) => `${x},${y}`).join(' ')).join(';')

/** Strokes of "x,y x,y;x,y"; [] of ''. */
export function strokesOf(text: string): Point[][] {
  if (text === '') return []
  return text.split(';').map((stroke) => stroke.split(' ').map(pointOf))
}

/** A point of a pad of the given size, in the box, in whole numbers. */
export function inBox(x: number, y: number, width: number, height: number): Point {
  const clamp = (value: number, most: number) => Math.max(0, Math.min(most, Math.round(value)))
  return [clamp((x / width) * WIDTH, WIDTH), clamp((y / height) * HEIGHT, HEIGHT)]
}

/** Whether the point is worth keeping after the last one, while there is room. */
export function isWorth(strokes: readonly (readonly Point[])[], next: Point): boolean {
  const stroke = strokes[strokes.length - 1] ?? []
  const last = stroke[stroke.length - 1]
  if (strokesText(strokes).length > LONGEST) return false
  return !last || Math.hypot(next[0] - last[0], next[1] - last[1]) >= STEP
}

/** The signature as a drawing that an image can show. */
export function strokesSvg(text: string, colour = '#1a1c1f'): string {
  const lines = strokesOf(text).map((stroke) => `<path d="${pathOf(stroke)}"/>`)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}"><g fill="none" stroke="${colour}" stroke-width="5" stroke-linecap="round" stroke-linejoin="round">${lines.join('')}</g></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

function pathOf(stroke: readonly Point[]): string {
  const [first, ...rest] = stroke.map(([x, y]) => `${x} ${y}`)
  return rest.length === 0 ? `M${first}l0.1 0` : `M${first}L${rest.join(' ')}`
}

function pointOf(text: string): Point {
  const [x = '0', y = '0'] = text.split(',')
  return [Number(x), Number(y)]
}
