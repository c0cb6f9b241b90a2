// Where everything of a Pareto stands on a canvas, in px: one scale for bars and line (the whole is 100 %), so the line
// starts on the shoulder of the first bar. Pure: letters are measured by whoever draws.
import type { Bar } from '../../typings/quality-views'

export interface Size {
  width: number
  height: number
}
export interface Point {
  x: number
  y: number
}
/** Words with their middle at x and their top at y. */
export interface Label extends Point {
  text: string
  width: number
}
/** The few that make 80 %, the many after them, and what was put together as 其他. */
export type Tone = 'few' | 'many' | 'other'
export interface BarShape extends Point, Size {
  code: string
  tone: Tone
  /** The strip that a finger may hit. */
  slot: { left: number; width: number }
}
export interface Layout {
  plot: { left: number; top: number; right: number; bottom: number }
  bars: BarShape[]
  /** Over each bar's right shoulder: the sum up to and with it. */
  line: Point[]
  /** Height of 80 %. */
  cut: number
  grid: { y: number; label: Label }[]
  values: Label[]
  /** Names below, one label a line. */
  names: Label[]
}
/** Width of words in px. */
export type Measure = (text: string) => number

const CUT = 0.8
/** Room between neighbouring names. */
const GAP = 5
const MOST_LINES = 7
const steps = [0, 0.2, 0.4, 0.6, 0.8, 1] as const

/** Lays out ten bars and 其他 in a box. `letter` is the letters' size in px. */
export function layoutOf(bars: readonly Bar[], size: Size, letter: number, measure: Measure): Layout {
  const line = Math.round(letter * 1.2)
  const axis = Math.ceil(measure('100%')) + 6
  const left = 1
  const right = size.width - axis
  const slot = (right - left) / Math.max(bars.length, 1)
  const most = Math.min(MOST_LINES, Math.floor((size.height * 0.42) / line))
  const names = bars.map(({ name }) => wrap(name, slot - GAP, most, measure))
  const deepest = Math.max(1, ...names.map((lines) => lines.length))
  const plot = { left, right, top: letter + 6, bottom: size.height - deepest * line - 8 }
  const tall = (share: number): number => (plot.bottom - plot.top) * share
  const height = (share: number): number => plot.bottom - tall(share)
  const shapes = bars.map((bar, i) =>
    shapeOf(bar, i, bars, { left: left + i * slot, width: slot }, tall, plot.bottom),
  )
  const points = shapes.map(({ x, width }, i) => ({ x: x + width, y: height(bars[i]!.cumulative) }))
  return {
    plot,
    bars: shapes,
    line: points,
    cut: height(CUT),
    grid: steps.map((step) => ({
      y: height(step),
      label: gridLabel(step, right, height(step), letter, measure),
    })),
    values: valuesOf(bars, shapes, points, { letter, right }, measure),
    names: names.flatMap((lines, i) =>
      lines.map((text, n) => ({
        text,
        width: measure(text),
        x: left + (i + 0.5) * slot,
        y: plot.bottom + 6 + n * line,
      })),
    ),
  }
}

/** What a bar is among all: those until 80 % is reached are the few that matter. */
export function toneOf(bars: readonly Bar[], i: number): Tone {
  if (bars[i]?.code === 'other') return 'other'
  return (bars[i - 1]?.cumulative ?? 0) < CUT ? 'few' : 'many'
}

function shapeOf(
  bar: Bar,
  i: number,
  bars: readonly Bar[],
  slot: BarShape['slot'],
  tall: (share: number) => number,
  bottom: number,
): BarShape {
  const width = Math.min(slot.width * 0.72, 48)
  // what is there is seen, however small
  const height = bar.value > 0 ? Math.max(tall(bar.share), 2) : 0
  return {
    code: bar.code,
    tone: toneOf(bars, i),
    slot,
    x: slot.left + (slot.width - width) / 2,
    y: bottom - height,
    width,
    height,
  }
}

function gridLabel(step: number, right: number, y: number, letter: number, measure: Measure): Label {
  const text = `${Math.round(step * 100)}%`
  const width = measure(text)
  return { text, width, x: right + 6 + width / 2, y: y - letter / 2 }
}

/** Values above their bars, as many as neither touch each other nor the line; the table has them all. */
function valuesOf(
  bars: readonly Bar[],
  shapes: readonly BarShape[],
  line: readonly Point[],
  { letter, right }: { letter: number; right: number },
  measure: Measure,
): Label[] {
  const placed: Label[] = []
  for (const [i, shape] of shapes.entries()) {
    const text = shortNumber(bars[i]!.value)
    const width = measure(text)
    const label = { text, width, x: shape.x + shape.width / 2, y: shape.y - letter - 3 }
    const last = placed[placed.length - 1]
    const from = last === undefined ? 0 : last.x + last.width / 2 + 2
    const fits = label.x - width / 2 >= from && label.x + width / 2 <= right + 3
    if (fits && !crosses(line, label, letter)) placed.push(label)
  }
  return placed
}

/** Whether the line runs through a label. */
function crosses(line: readonly Point[], label: Label, letter: number): boolean {
  const [from, to] = [label.x - label.width / 2 - 1, label.x + label.width / 2 + 1]
  return line.some((end, i) => {
    const start = line[i - 1]
    if (!start || end.x < from || start.x > to) return false
    const at = (x: number) => start.y + ((end.y - start.y) * (x - start.x)) / (end.x - start.x || 1)
    const [a, b] = [at(Math.max(from, start.x)), at(Math.min(to, end.x))]
    return Math.max(a, b) > label.y - 2 && Math.min(a, b) < label.y + letter + 2
  })
}

/** 13, 3.4, 860, 1.3万: three or four letters at most. */
export function shortNumber(value: number): string {
  if (value >= 100_000_000) return `${short(value / 100_000_000)}亿`
  if (value >= 10_000) return `${short(value / 10_000)}万`
  return short(value)
}
const short = (value: number): string =>
  value >= 100 ? String(Math.round(value)) : String(Math.round(value * 10) / 10)

/** A name in lines of about the same length that fit the width; one letter a line when there is no more room. */
export function wrap(name: string, width: number, most: number, measure: Measure): string[] {
  const letters = [...name.replace(/\s+/g, '')]
  const full = fill(letters, width, measure)
  const mean = measure(letters.join('')) / Math.max(letters.length, 1)
  const even = fill(letters, Math.min(width, mean * Math.ceil(letters.length / full.length) + 0.5), measure)
  const lines = even.length <= full.length ? even : full
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), '…']
}

function fill(letters: readonly string[], width: number, measure: Measure): string[] {
  const lines: string[] = []
  for (const letter of letters) {
    const last = lines[lines.length - 1]
    if (last !== undefined && measure(last + letter) <= width) lines[lines.length - 1] = last + letter
    else lines.push(letter)
  }
  return lines
}
