// A Pareto on a canvas: it draws what it is given and says which bar was hit. Without a canvas it takes no room: the table
// beside it has the same data.
import type { Bar } from '../../../typings/quality-views'
import { layoutOf, type Layout, type Size } from '../geometry'
import { letters, paint, type Pen } from './paint'

type Found = Size & { node?: WechatMiniprogram.Canvas }
type Sheet = Size & { pen: Pen }

const LETTER = 12
const LARGE = 15
const turns = new WeakMap<object, () => void>()

/** Where a finger hits a bar: the whole height of its strip. */
const hitsOf = ({ bars }: Layout) =>
  bars.map(({ code, slot }) => ({ code, style: `left:${slot.left}px;width:${slot.width}px` }))

Component({
  properties: {
    bars: { type: Array, value: [] as Bar[] },
    /** What it shows in a sentence, for those who hear it. */
    label: { type: String, value: '' },
    /** 关怀模式. */
    large: { type: Boolean, value: false },
  },
  data: { hits: [] as ReturnType<typeof hitsOf>, absent: false },
  observers: {
    'bars, large'() {
      this.show()
    },
  },
  lifetimes: {
    ready() {
      const turned = () => this.show()
      turns.set(this, turned)
      wx.onWindowResize?.(turned)
      this.show()
    },
    detached() {
      const turned = turns.get(this)
      turns.delete(this)
      if (turned) wx.offWindowResize?.(turned)
    },
  },
  methods: {
    /** Finds the canvas as it stands now, and draws. */
    show() {
      if (!turns.has(this)) return
      const query = this.createSelectorQuery().select('#pareto').fields({ node: true, size: true })
      query.exec((found: (Found | null)[]) => {
        const sheet = sheetOf(found[0])
        this.setData({ absent: !sheet })
        if (sheet) this.draw(sheet)
      })
    },
    draw({ pen, width, height }: Sheet) {
      const { bars, large } = this.data as { bars: Bar[]; large: boolean }
      const letter = large ? LARGE : LETTER
      const layout = layoutOf(bars, { width, height }, letter, letters(pen, letter, 'bold'))
      paint(pen, { width, height }, layout, letter)
      this.setData({ hits: hitsOf(layout) })
    },
    hit(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('pick', { code: event.currentTarget.dataset.code as string })
    },
  },
})

/** The canvas, sharp on every screen; null when this phone has none. */
function sheetOf(found: Found | null | undefined): Sheet | null {
  const pen = found?.node?.getContext?.('2d') as Pen | undefined | null
  if (!found?.node || !pen || !found.width) return null
  const { width, height } = found
  const ratio = wx.getWindowInfo().pixelRatio
  found.node.width = Math.round(width * ratio)
  found.node.height = Math.round(height * ratio)
  pen.setTransform(ratio, 0, 0, ratio, 0, 0)
  return { pen, width, height }
}
