// From the component framework's nodes to the document's.

/** Whatever of the framework has a node of its own in the document. */
interface Backed {
  getBackendElement(): unknown
}

/** Its node; null before there is one, and for what is nothing in the document. */
export function nodeOf(one: Backed | null | undefined): HTMLElement | null {
  const node = one?.getBackendElement()
  return node instanceof HTMLElement ? node : null
}

/** Its node, of one that must have one; throws otherwise. */
export function hostOf(one: Backed): HTMLElement {
  const node = nodeOf(one)
  if (!node) throw new Error('a component without a node in the document')
  return node
}
