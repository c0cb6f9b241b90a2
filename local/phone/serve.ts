import type { IncomingMessage, ServerResponse } from 'node:http'
import type { LocalOptions } from '../options'
export interface Phone {
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>
  close(): Promise<void>
}
export function phone(_o: LocalOptions, _reload: (path: string) => void): Phone {
  return { handle: async () => false, close: async () => {} }
}
