// Reading may run ahead of the door's own question who is calling; writing waits until it has been answered.
import { AsyncLocalStorage } from 'node:async_hooks'

const gates = new AsyncLocalStorage<Promise<unknown>>()

/** Does work whose writes wait for the gate; when the gate is refused, nothing is written and nothing answered. */
export async function behind<T>(gate: Promise<unknown>, work: () => Promise<T>): Promise<T> {
  const working = gates.run(gate, work)
  working.catch(() => {})
  await gate
  return working
}

/** Waits until the gate of this call is open; at once where there is none. */
export const opened = async (): Promise<void> => void (await gates.getStore())
