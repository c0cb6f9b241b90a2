// hover-class: what is pressed looks pressed. The class is on the element that names it, while the finger is down.
interface Pressable {
  __wxElement?: { getMethodCaller?: () => { data?: { hoverClass?: unknown } } }
}

let pressed: { element: Element; names: string[] } | null = null

function find(from: EventTarget | null): { element: Element; names: string[] } | null {
  for (let node = from as Element | null; node; node = node.parentElement) {
    const own = node.getAttribute('hover-class')
    const given = (node as Pressable).__wxElement?.getMethodCaller?.().data?.hoverClass
    const name = own ?? (typeof given === 'string' ? given : '')
    if (name && name !== 'none') return { element: node, names: name.split(/\s+/) }
    if (node.tagName === 'WX-BUTTON')
      return name === 'none' ? null : { element: node, names: ['button-hover'] }
  }
  return null
}

function release(): void {
  pressed?.element.classList.remove(...pressed.names)
  pressed = null
}

/** Listens once for the whole phone. */
export function pressEffects(): void {
  const press = (event: Event) => {
    release()
    pressed = find(event.target)
    pressed?.element.classList.add(...pressed.names)
  }
  const options = { capture: true, passive: true }
  for (const name of ['touchstart', 'mousedown']) document.addEventListener(name, press, options)
  for (const name of ['touchend', 'touchcancel', 'mouseup', 'scroll'])
    document.addEventListener(name, release, options)
}
