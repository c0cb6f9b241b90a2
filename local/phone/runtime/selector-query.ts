// The adapter's SelectorQuery knows rects and offsets; node (canvas) and computed styles are added here.
interface Fields {
  node?: boolean
  computedStyle?: string[]
  context?: boolean
}
interface Found {
  context?: unknown
  node?: unknown
  [key: string]: unknown
}
type Done = (result: Found | Found[] | null) => void
interface NodesRef {
  fields(fields: Fields, done?: Done): unknown
  node?(done?: Done): unknown
}

const proxies = new WeakMap<HTMLCanvasElement, unknown>()
const patched = new WeakSet<object>()

/** Patches the query class that an instance uses, once. */
export function patchSelectorQuery(instance: {
  createSelectorQuery?: () => { select(selector: string): NodesRef }
}): void {
  const reference = instance.createSelectorQuery?.().select('phone')
  if (!reference) return
  const prototype = Object.getPrototypeOf(reference) as NodesRef
  if (patched.has(prototype)) return
  patched.add(prototype)
  const original = prototype.fields
  prototype.fields = function (this: NodesRef, fields: Fields, done: Done = () => {}) {
    if (!fields.node && !fields.computedStyle && !fields.context) return original.call(this, fields, done)
    return original.call(this, { ...fields, context: true }, (result: Found | Found[] | null) => {
      for (const one of [result].flat()) if (one) complete(one, fields)
      done(result)
    })
  }
  prototype.node = function (this: NodesRef, done?: Done) {
    return this.fields({ node: true }, done)
  }
}

function complete(found: Found, fields: Fields): void {
  const element = found.context as HTMLElement
  if (fields.node) found.node = nodeOf(element)
  for (const name of fields.computedStyle ?? [])
    found[name] = getComputedStyle(element).getPropertyValue(name)
  if (!fields.context) delete found.context
}

// setData copies deeply; a function is left alone, so a canvas is handed out behind one.
function nodeOf(element: HTMLElement): unknown {
  const canvas = element.querySelector('canvas')
  if (!canvas) return element
  const known = proxies.get(canvas)
  if (known) return known
  const extra: Record<string, unknown> = {
    createImage: () => new Image(),
    requestAnimationFrame: (work: FrameRequestCallback) => requestAnimationFrame(work),
    cancelAnimationFrame: (id: number) => cancelAnimationFrame(id),
  }
  const proxy: unknown = new Proxy(function () {}, {
    get: (_target, name) => {
      if (typeof name === 'string' && name in extra) return extra[name]
      const value: unknown = Reflect.get(canvas, name)
      return typeof value === 'function' ? (value as () => unknown).bind(canvas) : value
    },
    set: (_target, name, value) => Reflect.set(canvas, name, value),
  })
  proxies.set(canvas, proxy)
  return proxy
}
