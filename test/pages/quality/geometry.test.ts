// Where a Pareto's parts stand: letters are as wide as they are in the phones' own fonts, roughly.
import fc from 'fast-check'
import { faultLeaves } from '../../../miniprogram/domain/company/fault-tree'
import { layoutOf, shortNumber, wrap, type Label, type Layout } from '../../../miniprogram/quality/geometry'
import type { Bar } from '../../../typings/quality-views'

const measure =
  (letter: number) =>
  (text: string): number =>
    [...text].reduce((sum, one) => sum + letter * (/[\x20-\x7e]/.test(one) ? 0.58 : 1), 0)

/** Bars of these values in their order; the last one is 其他 when there are eleven. */
function barsOf(values: readonly number[], names: readonly string[]): Bar[] {
  const total = values.reduce((sum, value) => sum + value, 0)
  let sum = 0
  return values.map((value, i) => ({
    code: i === 10 ? 'other' : `F${i}`,
    name: i === 10 ? '其他' : names[i]!,
    value,
    count: value,
    share: value / total,
    cumulative: (sum += value) / total,
  }))
}
const classes = [
  '主轴',
  '刀库换刀',
  '液压气动',
  '电气',
  '进给轴',
  '润滑冷却排屑',
  '数控系统',
  '加工精度',
  '安全防护',
  '自动线',
]
const demo = barsOf([14, 11, 11, 7, 5, 4, 3, 2, 1, 1, 1], classes)
const phones = [
  ['a phone', { width: 326, height: 320 }, 12],
  ['320 px', { width: 272, height: 320 }, 12],
  ['320 px in 关怀模式', { width: 272, height: 380 }, 15],
  ['a phone turned sideways', { width: 366, height: 252 }, 12],
  ['a PC', { width: 620, height: 320 }, 12],
] as const

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}
const boxOf = ({ x, y, width }: Label, letter: number): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y,
  bottom: y + letter,
})
const over = (a: Box, b: Box): boolean =>
  a.left < b.right - 0.01 && b.left < a.right - 0.01 && a.top < b.bottom - 0.01 && b.top < a.bottom - 0.01

/** All words of a layout that lie on others or leave the canvas. */
function crowded({ names, values, grid }: Layout, size: { width: number; height: number }, letter: number) {
  const labels = [...names, ...values, ...grid.map((row) => row.label)]
  const boxes = labels.map((label) => ({ text: label.text, box: boxOf(label, letter) }))
  const out = boxes.filter(
    ({ box }) => box.left < -0.01 || box.right > size.width + 0.01 || box.top < 0 || box.bottom > size.height,
  )
  const on = boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => over(a.box, b.box))
      .map((b) => [a.text, b.text]),
  )
  return { out: out.map((one) => one.text), on }
}

describe("a Pareto's geometry", () => {
  it.each(phones)('given %s, then no word lies on another or leaves the canvas', (_name, size, letter) => {
    expect(crowded(layoutOf(demo, size, letter, measure(letter)), size, letter)).toEqual({ out: [], on: [] })
  })

  it('given any values and any classes on any phone, then the same holds, and every bar keeps its strip', () => {
    const leaves = faultLeaves.map((leaf) => leaf.path[2])
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 2_000_000 }), { minLength: 1, maxLength: 11 }),
        fc.shuffledSubarray(leaves, { minLength: 10, maxLength: 10 }),
        fc.integer({ min: 260, max: 700 }),
        fc.constantFrom(12, 15),
        (values, names, width, letter) => {
          const sorted = [...values].sort((a, b) => b - a)
          if (sorted[0] === 0) return
          const size = { width, height: letter === 15 ? 380 : 252 }
          const bars = barsOf(sorted, names)
          const layout = layoutOf(bars, size, letter, measure(letter))
          expect(crowded(layout, size, letter)).toEqual({ out: [], on: [] })
          expect(layout.plot.bottom - layout.plot.top).toBeGreaterThan(100)
          for (const { x, width: wide, slot, y, height } of layout.bars) {
            expect(x).toBeGreaterThanOrEqual(slot.left)
            expect(x + wide).toBeLessThanOrEqual(slot.left + slot.width)
            expect(y + height).toBeCloseTo(layout.plot.bottom)
          }
        },
      ),
      { numRuns: 300, seed: 7 },
    )
  })

  it('given the bars, then their heights and the line are of one scale, and the line ends at the whole', () => {
    const { plot, bars, line, cut } = layoutOf(demo, { width: 326, height: 320 }, 12, measure(12))
    const whole = plot.bottom - plot.top
    expect(bars[0]!.height / whole).toBeCloseTo(14 / 60)
    expect(line[0]!.y).toBeCloseTo(bars[0]!.y)
    expect(line[10]!.y).toBeCloseTo(plot.top)
    expect(line.map((point) => point.x)).toEqual(bars.map((bar) => bar.x + bar.width))
    expect((plot.bottom - cut) / whole).toBeCloseTo(0.8)
    for (const [i, point] of line.slice(1).entries()) expect(point.y).toBeLessThanOrEqual(line[i]!.y)
  })

  it('given the bars, then those that make 80 % are the few, and 其他 is never one of them', () => {
    const { bars } = layoutOf(demo, { width: 326, height: 320 }, 12, measure(12))
    expect(bars.map((bar) => bar.tone)).toEqual([...Array(5).fill('few'), ...Array(5).fill('many'), 'other'])
  })

  it('given a class that is there once among many, then its bar is still seen', () => {
    const { bars } = layoutOf(barsOf([5000, 1, 0], classes), { width: 326, height: 320 }, 12, measure(12))
    expect(bars.map((bar) => bar.height >= 2)).toEqual([true, true, false])
  })

  it('given a value that the line would cross, then it is left to the table', () => {
    const even = barsOf(Array(10).fill(1), classes)
    const { values } = layoutOf(even, { width: 326, height: 320 }, 12, measure(12))
    expect(values.length).toBeLessThan(10)
  })
})

describe('words of a Pareto', () => {
  it.each([
    ['刀库换刀', 24, ['刀库', '换刀']],
    ['刀库换刀', 12, ['刀', '库', '换', '刀']],
    ['刀库换刀', 40, ['刀库', '换刀']],
    ['刀库换刀', 60, ['刀库换刀']],
    ['24V 电源掉电', 26, ['24V', '电源', '掉电']],
    ['机床与线体握手信号丢失', 12, ['机', '床', '与', '线', '体', '握', '…']],
  ])('given %s and %i px, then it is broken evenly', (name, width, lines) => {
    expect(wrap(name, width, 7, measure(12))).toEqual(lines)
  })
  it.each([
    [13, '13'],
    [3.44, '3.4'],
    [860.4, '860'],
    [12_400, '1.2万'],
    [1_860_000, '186万'],
    [230_000_000, '2.3亿'],
  ])('given %d, then it is short', (value, words) => {
    expect(shortNumber(value)).toBe(words)
  })
})
