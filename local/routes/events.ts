// Server-sent events: a new chat card, a moved clock, a changed source.
import type { Context, Route } from './http'

export const events: Route = ({ open }, request, response) => {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    connection: 'keep-alive',
  })
  response.write(': open\n\n')
  open.add(response)
  request.on('close', () => open.delete(response))
}

/** Passes every new chat card of the context's cloud on; a reset brings a new cloud. */
export function passOnCards({ cloud, open }: Context): void {
  cloud.chat.onCard((openid, card) => {
    for (const stream of open) stream.write(`event: chat\ndata: ${JSON.stringify({ openid, card })}\n\n`)
  })
}
