// Draws a Pareto's layout; what stands where is geometry.ts.
import type { BarShape, Label, Layout, Size, Tone } from '../geometry'

/** What of a canvas' 2d context is used here. */
export interface Pen {
  fillStyle: string
  strokeStyle: string
  lineWidth: number
  lineJoin: string
  lineCap: string
  font: string
  textAlign: string
  textBaseline: string
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void
  clearRect(x: number, y: number, width: number, height: number): void
  beginPath(): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  arc(x: number, y: number, radius: number, from: number, to: number): void
  arcTo(x1: number, y1: number, x2: number, y2: number, radius: number): void
  closePath(): void
  fill(): void
  stroke(): void
  fillText(text: string, x: number, y: number): void
  measureText(text: string): { width: number }
  setLineDash(dashes: number[]): void
}

const tones: Readonly<Record<Tone, string>> = { few: '#0b57c2', many: '#9dbfee', other: '#c3c9d1' }
const INK = '#1a1c1f'
const INK_2 = '#5e5e5e'
const GRID = '#eceff3'
const LINE = '#b45309'
const family = 'sans-serif'

/** Sets the letters, and tells how wide words are in them. */
export function letters(pen: Pen, size: number, weight = ''): (text: string) => number {
  pen.font = `${weight ? `${weight} ` : ''}${size}px ${family}`
  return (text) => pen.measureText(text).width
}

/** Draws everything anew. */
export function paint(pen: Pen, { width, height }: Size, layout: Layout, letter: number): void {
  pen.clearRect(0, 0, width, height)
  grid(pen, layout)
  for (const bar of layout.bars) column(pen, bar)
  cut(pen, layout)
  sums(pen, layout)
  pen.textAlign = 'center'
  pen.textBaseline = 'top'
  letters(pen, letter)
  words(pen, layout.names, INK)
  for (const { label } of layout.grid) words(pen, [label], label.text === '80%' ? LINE : INK_2)
  letters(pen, letter, 'bold')
  words(pen, layout.values, INK)
}

function words(pen: Pen, labels: readonly Label[], colour: string): void {
  pen.fillStyle = colour
  for (const { text, x, y } of labels) pen.fillText(text, x, y)
}

function rule(pen: Pen, { left, right }: Layout['plot'], y: number, colour: string, dashes: number[]): void {
  pen.setLineDash(dashes)
  pen.strokeStyle = colour
  pen.lineWidth = 1
  pen.beginPath()
  pen.moveTo(left, Math.round(y) + 0.5)
  pen.lineTo(right, Math.round(y) + 0.5)
  pen.stroke()
  pen.setLineDash([])
}

function grid(pen: Pen, { plot, grid: rows }: Layout): void {
  for (const { y } of rows.slice(1)) rule(pen, plot, y, GRID, [])
  rule(pen, plot, plot.bottom, '#c3c9d1', [])
}

function cut(pen: Pen, { plot, cut: y }: Layout): void {
  rule(pen, plot, y, LINE, [5, 4])
}

/** A bar with round shoulders. */
function column(pen: Pen, { x, y, width, height, tone }: BarShape): void {
  if (height <= 0) return
  const radius = Math.min(4, width / 2, height)
  pen.fillStyle = tones[tone]
  pen.beginPath()
  pen.moveTo(x, y + height)
  pen.lineTo(x, y + radius)
  pen.arcTo(x, y, x + radius, y, radius)
  pen.lineTo(x + width - radius, y)
  pen.arcTo(x + width, y, x + width, y + radius, radius)
  pen.lineTo(x + width, y + height)
  pen.closePath()
  pen.fill()
}

/** The cumulative line with a dot at each bar's end. */
function sums(pen: Pen, { line }: Layout): void {
  pen.strokeStyle = LINE
  pen.lineWidth = 2
  pen.lineJoin = 'round'
  pen.lineCap = 'round'
  pen.beginPath()
  for (const [i, { x, y }] of line.entries()) {
    if (i === 0) pen.moveTo(x, y)
    else pen.lineTo(x, y)
  }
  pen.stroke()
  pen.fillStyle = '#ffffff'
  for (const { x, y } of line) {
    pen.beginPath()
    pen.arc(x, y, 3, 0, Math.PI * 2)
    pen.fill()
    pen.stroke()
  }
}
