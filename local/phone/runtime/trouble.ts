// What goes wrong in the mini-program is seen: in the console and, once each, at the foot of the phone.
const shown = new Set<string>()

/** Reports an error; the same one is shown once. */
export function trouble(error: unknown, where = ''): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  console.error('[mini-program]', where, text)
  const line = `${where ? `${where}: ` : ''}${error instanceof Error ? error.message : text}`
  if (shown.has(line)) return
  shown.add(line)
  strip().append(Object.assign(document.createElement('p'), { textContent: line }))
}

function strip(): HTMLElement {
  const known = document.querySelector<HTMLElement>('.wx-trouble')
  if (known) return known
  const made = document.createElement('div')
  made.className = 'wx-trouble'
  made.setAttribute('role', 'alert')
  made.onclick = () => made.remove()
  document.body.append(made)
  return made
}

window.addEventListener('error', ({ error, message }) => trouble(error ?? message))
window.addEventListener('unhandledrejection', ({ reason }) => {
  const message = (reason as { errMsg?: string } | null)?.errMsg
  trouble(message ?? reason, 'unhandled')
})
