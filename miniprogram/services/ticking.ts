// Looking again while a page is shown; a hidden page is left in peace.
const clocks = new WeakMap<object, ReturnType<typeof setInterval>>()

/** Does the work every `ms` until `rest`. */
export function tick(page: object, ms: number, work: () => void): void {
  rest(page)
  clocks.set(page, setInterval(work, ms))
}

/** Stops; harmless when nothing runs. */
export function rest(page: object): void {
  const clock = clocks.get(page)
  if (clock !== undefined) clearInterval(clock)
  clocks.delete(page)
}
