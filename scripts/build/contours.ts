// Closed contours of lines, quadratic and cubic curves: read from path data, turned round, written again.
export type Point = [x: number, y: number]

/** A contour as segments; each runs from the end of the one before it (the first from the end of the last). */
export interface Segment {
  controls: Point[]
  end: Point
}
export type Contour = Segment[]

/** Path data of M, L, Q, C and Z with absolute numbers (as Skia prints it) → contours, each point moved by `map`. */
export function parse(data: string, map: (x: number, y: number) => Point): Contour[] {
  const contours: Contour[] = []
  for (const [, verb = '', rest = ''] of data.matchAll(/([A-Z])([^A-Z]*)/g)) {
    const numbers = (rest.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number)
    const points = numbers.flatMap((x, i) => (i % 2 === 0 ? [map(x, numbers[i + 1] ?? 0)] : []))
    if (verb === 'M') contours.push([])
    const end = points.pop()
    if (end) contours.at(-1)?.push({ controls: points, end })
  }
  return contours.map(closed).filter((contour) => contour.length > 1)
}

/** The starting point is a segment of its own: a line from the last point, of no length when it is that point. */
function closed(contour: Contour): Contour {
  const [first, ...rest] = contour
  const last = rest.at(-1)
  return first && last && same(first.end, last.end) ? rest : contour
}

const same = (a: Point, b: Point) => a[0] === b[0] && a[1] === b[1]

/** Path data again. */
export function print(contours: Contour[]): string {
  return contours
    .map((contour) => {
      const start = contour.at(-1)?.end ?? [0, 0]
      return `M${start.join(' ')}${contour.map(printSegment).join('')}Z`
    })
    .join('')
}

const printSegment = ({ controls, end }: Segment) =>
  `${['L', 'Q', 'C'][controls.length]}${[...controls, end].map((point) => point.join(' ')).join(' ')}`

/** The same contour in the other direction. */
export function reverse(contour: Contour): Contour {
  return contour
    .map(({ controls }, i) => ({
      controls: [...controls].reverse(),
      end: contour.at(i - 1)?.end ?? [0, 0],
    }))
    .reverse()
}

/** Twice the signed area of the polygon through ends and controls; negative runs clockwise with y upwards. */
export function area(contour: Contour): number {
  const points = polygon(contour)
  return points.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length] ?? [0, 0]
    return sum + x * nextY - nextX * y
  }, 0)
}

/** Whether most points of `inner` lie inside `outer` (contours that touch share some). */
export function holds(outer: Contour, inner: Contour): boolean {
  const fence = polygon(outer)
  const points = polygon(inner)
  return points.filter((point) => inside(point, fence)).length > points.length / 2
}

function polygon(contour: Contour): Point[] {
  return contour.flatMap((segment, i) => flat(contour.at(i - 1)?.end ?? [0, 0], segment))
}

function flat(start: Point, { controls, end }: Segment): Point[] {
  const points = [start, ...controls, end]
  const steps = controls.length === 0 ? 1 : 8
  return Array.from({ length: steps }, (_, i) => onCurve(points, (i + 1) / steps))
}

/** De Casteljau's construction, for any degree. */
function onCurve(points: Point[], t: number): Point {
  const [first = [0, 0], ...rest] = points
  if (rest.length === 0) return first
  return onCurve(
    rest.map(([x, y], i): Point => {
      const [fromX, fromY] = points[i] ?? [0, 0]
      return [fromX + (x - fromX) * t, fromY + (y - fromY) * t]
    }),
    t,
  )
}

function inside([x, y]: Point, fence: Point[]): boolean {
  return fence.reduce((within, [ax, ay], i) => {
    const [bx, by] = fence[(i + 1) % fence.length] ?? [0, 0]
    const crosses = ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax
    return crosses ? !within : within
  }, false)
}
