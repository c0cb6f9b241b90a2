// The few lines of DOM that the preview page is made of.
type Child = Node | string | null | false

/** An element with properties and children. */
export function make<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  properties: Partial<HTMLElementTagNameMap[T]> = {},
  ...children: Child[]
): HTMLElementTagNameMap[T] {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children.filter((one): one is Node | string => one !== null && one !== false))
  return made
}

/** A button with words. */
export const button = (
  words: string,
  onclick: () => void,
  properties: Partial<HTMLButtonElement> = {},
): HTMLButtonElement => make('button', { type: 'button', textContent: words, onclick, ...properties })

/** Puts these children in place of the old ones. */
export function fill(into: Element, ...children: Child[]): void {
  into.replaceChildren(...children.filter((one): one is Node | string => one !== null && one !== false))
}

/** The JSON behind an address; throws when it is not answered. */
export async function get<T>(path: string): Promise<T> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return (await response.json()) as T
}

/** Posts JSON and gives the answer; throws when it is refused. */
export async function post<T>(path: string, body: object): Promise<T> {
  const response = await fetch(path, { method: 'POST', body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return (await response.json()) as T
}
