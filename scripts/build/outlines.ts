// One drawing (svg, strokes and fills) → one filled outline as a path of an SVG font.
import type { Path, PathKit } from 'pathkit-wasm/bin/pathkit.js'
import { area, holds, parse, print, reverse, type Contour } from './contours'

/** The svg text of a 24×24 drawing → path data with y upwards, `em` units high; throws on what it cannot draw. */
export function outline(kit: PathKit, svg: string, em: number): string {
  const whole = kit.NewPath()
  for (const [, element = '', attributes = ''] of svg.matchAll(/<(\w+)\b([^>]*)>/g)) {
    if (element === 'svg' || element === 'g') continue
    const read = dataOf(element, attributesOf(attributes))
    if (!read['d'] || read['transform'])
      throw new Error(`icons: cannot draw <${element}> of ${svg.slice(0, 120)}`)
    for (const shape of shapes(kit, read)) {
      whole.op(shape, kit.PathOp.UNION)
      shape.delete()
    }
  }
  whole.simplify()
  const contours = parse(whole.toSVGString(), (x, y) => [round((x * em) / 24), round(em - (y * em) / 24)])
  whole.delete()
  return print(oriented(contours))
}

const round = (value: number) => Math.round(value)

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
  )

function dataOf(element: string, read: Record<string, string>): Record<string, string> {
  if (element !== 'circle') return element === 'path' ? read : {}
  const r = Number(read['r'])
  const arcs = `a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`
  return { ...read, d: `M${Number(read['cx']) - r} ${read['cy']}${arcs}` }
}

const visible = (paint: string | undefined) =>
  paint !== undefined && paint !== 'none' && paint !== 'transparent'

function shapes(kit: PathKit, read: Record<string, string>): Path[] {
  const found: Path[] = []
  if (visible(read['fill'])) {
    const filled = pathOf(kit, read['d'])
    if (read['fill-rule'] === 'evenodd') filled.setFillType(kit.FillType.EVENODD)
    found.push(filled)
  }
  if (visible(read['stroke'])) found.push(stroked(kit, read))
  return found
}

function stroked(kit: PathKit, read: Record<string, string>): Path {
  const { StrokeCap: cap, StrokeJoin: join } = kit
  const caps: Record<string, unknown> = { butt: cap.BUTT, round: cap.ROUND, square: cap.SQUARE }
  const joins: Record<string, unknown> = { miter: join.MITER, round: join.ROUND, bevel: join.BEVEL }
  return pathOf(kit, read['d']).stroke({
    width: Number(read['stroke-width'] ?? 1),
    miter_limit: Number(read['stroke-miterlimit'] ?? 4),
    cap: caps[read['stroke-linecap'] ?? 'butt'],
    join: joins[read['stroke-linejoin'] ?? 'miter'],
  })
}

function pathOf(kit: PathKit, data: string | undefined): Path {
  const path = data === undefined ? null : kit.FromSVGString(data)
  if (!path) throw new Error(`icons: not a path: ${data}`)
  return path
}

/** Skia fills by even and odd, TrueType by direction: outer contours one way, holes the other. */
function oriented(contours: Contour[]): Contour[] {
  return contours.map((contour) => {
    const depth = contours.filter((other) => other !== contour && holds(other, contour)).length
    const clockwise = area(contour) < 0
    return clockwise === (depth % 2 === 0) ? contour : reverse(contour)
  })
}
