// Nodes on the page and setData calls since it was opened, for the budgets of the pages.
let calls = 0
let largest = 0

/** A page is being opened: its counting begins. */
export function countAnew(): void {
  calls = 0
  largest = 0
}

/** Notes one setData. */
export function countSetData(data: unknown): void {
  calls += 1
  largest = Math.max(largest, JSON.stringify(data ?? null).length)
}

/** What has been counted so far, and the nodes of the page on top. */
export function counters(): { nodes: number; setData: number; largest: number } {
  const page = document.querySelector('.wx-page:not([hidden])')
  return { nodes: page?.querySelectorAll('*').length ?? 0, setData: calls, largest }
}

Object.assign(globalThis, { __counters: counters })
