import { HEIGHT, inBox, isWorth, strokesOf, strokesText, WIDTH, type Point } from '../../services/strokes'

/** What of a canvas' 2d context is used here. */
interface Pen {
  lineWidth: number
  lineCap: string
  lineJoin: string
  strokeStyle: string
  scale(x: number, y: number): void
  clearRect(x: number, y: number, width: number, height: number): void
  beginPath(): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  stroke(): void
}

interface Pad {
  pen: Pen
  width: number
  height: number
  left: number
  top: number
}
type Found = { node?: WechatMiniprogram.Canvas; width: number; height: number; left: number; top: number }
type OnScreen = WechatMiniprogram.TouchDetail
type Touched = OnScreen | WechatMiniprogram.TouchCanvasDetail
type Touch = WechatMiniprogram.TouchEvent | WechatMiniprogram.TouchCanvas

const pads = new WeakMap<object, Pad>()
const drawn = new WeakMap<object, Point[][]>()

Component({
  properties: {
    /** "x,y x,y;…" in a 600×300 box. */
    value: { type: String, value: '' },
  },
  data: { empty: true },
  observers: {
    value(value: string) {
      if (value === strokesText(this.strokes())) return
      drawn.set(this, strokesOf(value))
      this.setData({ empty: value === '' })
      this.paint()
    },
  },
  lifetimes: {
    ready() {
      this.measure(() => this.paint())
    },
  },
  methods: {
    /** Finds the canvas, sharp on every screen, and where it stands now. */
    measure(then: () => void) {
      const query = this.createSelectorQuery().select('#pad').fields({ node: true, size: true, rect: true })
      query.exec((found: (Found | null)[]) => {
        const pad = found[0]
        const pen = pad?.node?.getContext('2d') as Pen | undefined
        if (!pad?.node || !pen) return
        const ratio = wx.getWindowInfo().pixelRatio
        if (!pads.has(this)) {
          pad.node.width = pad.width * ratio
          pad.node.height = pad.height * ratio
          pen.scale(ratio, ratio)
        }
        pads.set(this, { pen, width: pad.width, height: pad.height, left: pad.left, top: pad.top })
        then()
      })
    },
    begin(event: Touch) {
      const touch = event.touches[0]
      // the page may have scrolled since: ask where the canvas stands before the first point
      this.measure(() => {
        drawn.set(this, [...this.strokes(), []])
        this.setData({ empty: false })
        this.add(touch)
      })
    },
    draw(event: Touch) {
      this.add(event.touches[0])
    },
    end() {
      const strokes = this.strokes().filter((stroke) => stroke.length > 0)
      drawn.set(this, strokes)
      this.triggerEvent('change', { signature: strokesText(strokes) })
    },
    clear() {
      drawn.set(this, [])
      this.setData({ empty: true })
      this.paint()
      this.triggerEvent('change', { signature: '' })
    },
    add(touch: Touched | undefined) {
      const pad = pads.get(this)
      const strokes = this.strokes()
      const stroke = strokes[strokes.length - 1]
      if (!pad || !touch || !stroke) return
      const point = inBox(...within(touch, pad), pad.width, pad.height)
      if (!isWorth(strokes, point)) return
      stroke.push(point)
      line(pad, stroke.slice(-2))
    },
    paint() {
      const pad = pads.get(this)
      if (!pad) return
      pad.pen.clearRect(0, 0, pad.width, pad.height)
      for (const stroke of this.strokes()) line(pad, stroke)
    },
    strokes(): Point[][] {
      return drawn.get(this) ?? []
    },
  },
})

const onScreen = (touch: Touched): touch is OnScreen => 'clientX' in touch && touch.clientX !== undefined

/** A touch's place on the pad: a canvas says x and y itself, other elements where on the screen. */
function within(touch: Touched, pad: Pad): [number, number] {
  return onScreen(touch) ? [touch.clientX - pad.left, touch.clientY - pad.top] : [touch.x, touch.y]
}

function line({ pen, width, height }: Pad, points: Point[]): void {
  const at = ([x, y]: Point): [number, number] => [(x / WIDTH) * width, (y / HEIGHT) * height]
  const [first, ...rest] = points
  if (!first) return
  pen.lineWidth = 3
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  pen.strokeStyle = '#1a1c1f'
  pen.beginPath()
  pen.moveTo(...at(first))
  for (const point of rest.length > 0 ? rest : [[first[0] + 1, first[1]] as Point]) pen.lineTo(...at(point))
  pen.stroke()
}
