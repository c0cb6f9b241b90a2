// Server-sent events: a new chat card, a forwarded card, a moved clock, a changed source.
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

/** Says something to every open page. */
export function tellAll({ open }: Context, event: string, data: object): void {
  for (const stream of open) stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
}

/** Passes every new chat card of the context's cloud on; a reset brings a new cloud. */
export function passOnCards(context: Context): void {
  context.cloud.chat.onCard((openid, card) => tellAll(context, 'chat', { openid, card }))
}
