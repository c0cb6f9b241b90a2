// ?touch=44: every target inside the phones that is smaller than that is painted red, with its size.
const targets =
  '[role=button],[role=radio],[role=checkbox],[role=tab],[role=link],[role=switch],[role=menuitem],wx-button,wx-navigator,wx-input,wx-textarea,button,input:not(.wx-picker-control),a'

/** Paints over a phone's document again and again, until its page is gone. */
export function paintSmall(inner: HTMLIFrameElement, least: number): void {
  const inside = inner.contentDocument
  if (!inside || inside.querySelector('.small-targets')) return
  const layer = inside.createElement('div')
  layer.className = 'small-targets'
  layer.style.cssText = 'position:fixed;inset:0;z-index:99998;pointer-events:none'
  inside.body.append(layer)
  const paint = (): void => {
    if (!layer.isConnected) return
    const boxes = [...inside.querySelectorAll<HTMLElement>(targets)]
      .map(hitBox)
      .filter((box) => isSmall(box, least))
    layer.replaceChildren(...boxes.map((box) => mark(inside, box)))
    setTimeout(paint, 500)
  }
  paint()
}

// A field inside a bigger target is hit by touching that one.
function hitBox(node: HTMLElement): DOMRect {
  const outer = node.parentElement?.closest<HTMLElement>(targets)
  return (outer ?? node).getBoundingClientRect()
}

const isSmall = ({ width, height }: DOMRect, least: number): boolean =>
  width > 0 && height > 0 && (width < least - 0.5 || height < least - 0.5)

function mark(inside: Document, { left, top, width, height }: DOMRect): HTMLElement {
  const made = inside.createElement('div')
  made.textContent = `${Math.round(width)}×${Math.round(height)}`
  made.style.cssText = `position:absolute;left:${left}px;top:${top}px;width:${width}px;height:${height}px;background:rgba(214,31,31,.35);outline:2px solid #d61f1f;color:#fff;font:10px/1 monospace;overflow:visible`
  return made
}
