// One process on 127.0.0.1: the local cloud, and the phones when they are asked for.
import { rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Cloud } from './cloud/cloud'
import { callFunction } from './routes/call'
import { events, passOnCards, tellAll } from './routes/events'
import { body, json, type Context, type Route } from './routes/http'
import { files, upload } from './routes/files'
import { clock, consents, faults, nextStop, nextWorkday } from './routes/play'
import { chat, groups, share } from './routes/talk'
import type { LocalOptions } from './options'
import { phone, type Phone } from './phone/serve'

export interface LocalServer {
  url: string
  port: number
  close(): Promise<void>
}

/** Starts the local default; throws when the port is taken. */
export async function startLocal(options: LocalOptions): Promise<LocalServer> {
  const context: Context = { cloud: new Cloud(options), options, faults: new Map(), open: new Set() }
  let shown: Phone | null = null
  const server = createServer((request, response) => {
    void handle(
      context,
      request,
      response,
      () => (shown ??= phone(options, (path) => tellAll(context, 'reload', { path }))),
    )
  })
  // longer than a caller keeps a connection for its next request: none is closed under it
  server.keepAliveTimeout = 65_000
  const port = await listen(server, options.port)
  const url = `http://127.0.0.1:${port}`
  await context.cloud.open(url)
  passOnCards(context)
  return {
    url,
    port,
    close: async () => {
      for (const response of context.open) response.end()
      await shown?.close()
      server.closeAllConnections()
      await new Promise<void>((done) => server.close(() => done()))
      context.cloud.close()
    },
  }
}

const routes: Readonly<Record<string, Route>> = {
  'GET /healthz': (_context, _request, response) => json(response, { ok: true }),
  'GET /personas': ({ options }, _request, response) => json(response, options.personas),
  'POST /call': callFunction,
  'POST /admin': async ({ cloud }, request, response) =>
    json(
      response,
      await cloud.answer(JSON.parse((await body(request)).toString()) as Record<string, unknown>),
    ),
  'POST /upload': upload,
  'GET /clock': clock,
  'POST /clock': clock,
  'GET /consents': consents,
  'POST /consents': consents,
  'GET /chat': chat,
  'GET /groups': groups,
  'POST /share': share,
  'GET /next-stop': nextStop,
  'GET /next-workday': nextWorkday,
  'GET /events': events,
  'POST /faults': faults,
  'POST /reset': async (context, _request, response) => {
    await reset(context)
    json(response, { ok: true })
  },
}

async function handle(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
  phoneOf: () => Phone,
): Promise<void> {
  try {
    const { pathname } = new URL(request.url ?? '/', 'http://local')
    const route = routes[`${request.method} ${pathname}`]
    if (route) return await route(context, request, response)
    if (pathname.startsWith('/files/')) return await files(context, request, response)
    if (await phoneOf().handle(request, response)) return
    json(response, { error: `没有 ${request.method} ${pathname}` }, 404)
  } catch (error) {
    process.stderr.write(`local server: ${String((error as Error).stack)}\n`)
    if (!response.headersSent) json(response, { error: String((error as Error).message) }, 500)
    else response.end()
  }
}

// Everything back to the first data; the open pages hear of it and load anew.
async function reset(context: Context): Promise<void> {
  const { options } = context
  const { port } = new URL(context.cloud.files.uploadUrl('x'))
  context.cloud.close()
  rmSync(options.dataDir, { recursive: true, force: true })
  context.cloud = new Cloud(options)
  await context.cloud.open(`http://127.0.0.1:${port}`)
  passOnCards(context)
  context.faults.clear()
  tellAll(context, 'reload', { path: 'reset' })
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', () => done((server.address() as AddressInfo).port))
  })
}
