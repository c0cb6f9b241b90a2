// What a careful eye sees on a page: runs inside the phone, so it must stand alone.

export interface Seen {
  /** Targets below 44 × 44 px, and neighbours nearer than 16rpx. */
  targets: string[]
  /** Words that are cut, leave the screen, leave their coloured box or lie on other words. */
  cut: string[]
  /** Words with a contrast below 4.5. */
  pale: string[]
  nodes: number
  depth: number
  /** Characters of the largest setData so far. */
  bytes: number
}

/** Looks at the page on top. */
export function look(): Seen {
  const SMALLEST = 44
  const CONTRAST = 4.5
  const page = document.querySelector('.wx-page:not([hidden])')!
  const width = document.documentElement.clientWidth
  const near = (16 * width) / 750 - 0.6

  const shown = (element: Element): boolean => {
    const box = element.getBoundingClientRect()
    const style = getComputedStyle(element)
    return box.width > 0 && box.height > 0 && style.visibility === 'visible' && style.display !== 'none'
  }
  const ups = (element: Element | null): Element[] => {
    const found: Element[] = []
    for (let one = element; one; one = one.parentElement) found.push(one)
    return found
  }
  const layerOf = (element: Element): Element | null =>
    ups(element).find((one) => ['fixed', 'sticky'].includes(getComputedStyle(one).position)) ?? null
  const scrolling = (element: Element): boolean =>
    ['auto', 'scroll'].includes(getComputedStyle(element).overflowY) && element !== document.documentElement
  const sideways = (element: Element): boolean =>
    ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) &&
    element !== document.documentElement &&
    element !== document.body &&
    element.scrollWidth > element.clientWidth + 1
  const called = (element: Element): string =>
    (element.getAttribute('aria-label') || element.textContent || element.className || element.tagName)
      .trim()
      .slice(0, 24)

  // Targets
  const roles = ['button', 'radio', 'checkbox', 'tab', 'link', 'switch']
  const wanted = [
    ...roles.map((role) => `[aria-role=${role}]`),
    'wx-input',
    'wx-textarea',
    'wx-picker',
    'wx-switch',
  ]
  const targets = [...page.querySelectorAll(wanted.join())].filter(shown)
  const boxes = targets.map((element) => ({
    element,
    name: called(element),
    box: element.getBoundingClientRect(),
    layer: layerOf(element),
  }))
  const wrong: string[] = []
  for (const { name, box } of boxes)
    if (box.width < SMALLEST - 0.5 || box.height < SMALLEST - 0.5)
      wrong.push(`「${name}」 ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`)
  // Rows of one list and tabs of one bar touch each other by design: nobody misses a whole row.
  const siblings = (a: Element, b: Element): boolean => {
    const rows =
      a.parentElement === b.parentElement && a.className.split(' ')[0] === b.className.split(' ')[0]
    const tabs = a.getAttribute('aria-role') === 'tab' && b.getAttribute('aria-role') === 'tab'
    const listed = a.getBoundingClientRect().width > width * 0.6 || ups(a).some((one) => scrolling(one))
    return rows && (tabs || listed)
  }
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(i + 1)) {
      if (a.layer !== b.layer || a.element.contains(b.element) || b.element.contains(a.element)) continue
      // what scrolls in a sheet goes under the button below it, and is hit only where it is seen
      if (ups(a.element).find(scrolling) !== ups(b.element).find(scrolling)) continue
      const dx = Math.max(a.box.left - b.box.right, b.box.left - a.box.right)
      const dy = Math.max(a.box.top - b.box.bottom, b.box.top - a.box.bottom)
      if (Math.max(dx, dy) < near && !siblings(a.element, b.element))
        wrong.push(`「${a.name}」 and 「${b.name}」 ${Math.max(dx, dy).toFixed(1)} px apart`)
    }

  // Words
  interface Words {
    text: string
    element: Element
    boxes: DOMRect[]
    layer: Element | null
  }
  const words: Words[] = []
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement!
    const text = node.textContent!.trim()
    if (text === '' || ['STYLE', 'SCRIPT'].includes(element.tagName) || !shown(element)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const rows = [...range.getClientRects()].filter((one) => one.width > 1)
    if (rows.length > 0)
      words.push({ text: text.slice(0, 24), element, boxes: rows, layer: layerOf(element) })
  }
  const cut: string[] = []
  const painted = (element: Element): boolean =>
    !/rgba\(.*, 0\)|transparent/.test(getComputedStyle(element).backgroundColor)
  for (const { text, element, boxes: rows, layer } of words) {
    const above = ups(element)
    // what is fixed stands above the boxes around it; what scrolls is not cut
    const own = layer ? above.slice(0, above.indexOf(layer) + 1) : above
    const clips = own.filter((one) => getComputedStyle(one).overflowX !== 'visible')
    const scrolls = own.some((one) => scrolling(one))
    // what scrolls sideways inside the page (a week's days) goes on beyond its edge on purpose
    if (own.some((one) => sideways(one))) continue
    const box = above.find((one) => painted(one))
    for (const row of rows) {
      if (row.left < -1 || row.right > width + 1) cut.push(`「${text}」 leaves the screen`)
      for (const clip of clips.filter((one) => one !== document.documentElement && one !== document.body)) {
        const edge = clip.getBoundingClientRect()
        const tall = !scrolls && getComputedStyle(clip).overflowY === 'hidden' && row.bottom > edge.bottom + 3
        if (row.left < edge.left - 1 || row.right > edge.right + 1 || tall) cut.push(`「${text}」 is cut`)
      }
      const edge = box?.getBoundingClientRect()
      if (edge && (row.right > edge.right + 1 || row.left < edge.left - 1))
        cut.push(`「${text}」 leaves its box`)
    }
  }
  for (const element of page.querySelectorAll('*')) {
    const { overflowX, textOverflow } = getComputedStyle(element)
    const words = element.textContent!.trim()
    if (
      overflowX === 'hidden' &&
      textOverflow === 'ellipsis' &&
      element.scrollWidth > element.clientWidth + 1
    )
      cut.push(`「${words.slice(0, 24)}」 ends in …`)
  }
  for (const [i, a] of words.entries())
    for (const b of words.slice(i + 1)) {
      if (a.layer !== b.layer || ups(a.element).find(scrolling) !== ups(b.element).find(scrolling)) continue
      const over = a.boxes.some((one) =>
        b.boxes.some((two) => {
          const x = Math.min(one.right, two.right) - Math.max(one.left, two.left)
          const y = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top)
          return x > 2 && y > 0.4 * Math.min(one.height, two.height)
        }),
      )
      if (over) cut.push(`「${a.text}」 lies on 「${b.text}」`)
    }

  // Contrast
  type Colour = [number, number, number, number]
  const colourOf = (text: string): Colour => {
    const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/g) ?? []).map(Number)
    return [r, g, b, a]
  }
  const over = (top: Colour, below: Colour): Colour => {
    const mix = (i: 0 | 1 | 2) => top[i] * top[3] + below[i] * (1 - top[3])
    return [mix(0), mix(1), mix(2), 1]
  }
  const light = (colour: Colour): number => {
    const [r, g, b] = colour.slice(0, 3).map((value) => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    }) as [number, number, number]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrast = (a: Colour, b: Colour): number => {
    const [high, low] = [light(a), light(b)].sort((x, y) => y - x) as [number, number]
    return (high + 0.05) / (low + 0.05)
  }
  /** All colours that may stand behind an element: each stop of a gradient is one. */
  const behind = (element: Element | null): Colour[] => {
    if (!element) return [[255, 255, 255, 1]]
    const { backgroundColor, backgroundImage } = getComputedStyle(element)
    const stops = (backgroundImage.match(/rgba?\([^)]+\)/g) ?? []).map(colourOf)
    const own = colourOf(backgroundColor)
    if (stops.length === 0 && own[3] === 1) return [own]
    const below = own[3] === 1 ? [own] : behind(element.parentElement).map((one) => over(own, one))
    return stops.length === 0 ? below : stops.flatMap((stop) => below.map((one) => over(stop, one)))
  }
  const pale: string[] = []
  for (const { text, element } of words) {
    const ink = colourOf(getComputedStyle(element).color)
    const faded = ups(element).reduce((sum, one) => sum * Number(getComputedStyle(one).opacity), 1)
    const least = Math.min(
      ...behind(element).map((back) => contrast(over([ink[0], ink[1], ink[2], ink[3] * faded], back), back)),
    )
    // a sign needs 3, words need 4.5
    const wantedContrast = /^[★☆✓›]+$/.test(text) ? 3 : CONTRAST
    if (least < wantedContrast - 0.05) pale.push(`「${text}」 ${least.toFixed(2)}`)
  }

  // Budgets
  const depthOf = (element: Element): number =>
    1 + Math.max(0, ...[...element.children].map((child) => depthOf(child)))
  const counted = (globalThis as unknown as { __counters(): { nodes: number; largest: number } }).__counters()
  return {
    targets: [...new Set(wrong)],
    cut: [...new Set(cut)],
    pale: [...new Set(pale)],
    nodes: counted.nodes,
    depth: depthOf(page),
    bytes: counted.largest,
  }
}
