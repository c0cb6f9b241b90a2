// Serves the phone: the compiled mini-program for the iframe, the shell around it, and the mini-program's pictures.
import { existsSync, readFileSync, watch, type FSWatcher } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { build } from 'esbuild'
import type { LocalOptions } from '../options'
import { compiled } from './compile/cache'

export interface Phone {
  /** Answers what is the phone's; false for anything else. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>
  close(): Promise<void>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
}
const pictures = ['.png', '.jpg', '.jpeg', '.gif', '.webp', '.svg']
const shell = join(__dirname, 'shell')
const SETTLE = 120

/** The phone of a mini-program; `changed` hears of each changed source when watching. */
export function phone(options: LocalOptions, changed: (path: string) => void): Phone {
  const watching =
    options.watch && existsSync(options.miniprogramRoot) ? follow(options.miniprogramRoot, changed) : null
  return {
    handle: (request, response) => answer(options, request, response),
    close: async () => watching?.close(),
  }
}

function follow(root: string, changed: (path: string) => void): FSWatcher {
  let timer: NodeJS.Timeout | undefined
  return watch(root, { recursive: true }, (_event, name) => {
    clearTimeout(timer)
    timer = setTimeout(() => changed(name ?? ''), SETTLE)
    timer.unref()
  })
}

async function answer(
  options: LocalOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (request.method !== 'GET') return false
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://local').pathname)
  const send = (ending: string, content: string | Buffer, status = 200): true => {
    response.writeHead(status, {
      'content-type': types[ending] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
    })
    response.end(content)
    return true
  }
  if (path === '/phone/app.html') return send('.html', page())
  if (path === '/phone/app.js') return send('.js', await script(options))
  if (path === '/phone/app.css') return send('.css', await styles(options))
  if (path === '/shell/config.json') return send('.json', JSON.stringify(configOf(options)))
  if (path === '/') return send('.html', readFileSync(join(shell, 'index.html')))
  if (path === '/shell/main.js' || path === '/shell/phone.js') return send('.js', await shellScript(path))
  if (/^\/shell\/[\w-]+\.(html|css)$/.test(path) && existsSync(join(shell, path.slice('/shell/'.length))))
    return send(extname(path), readFileSync(join(shell, path.slice('/shell/'.length))))
  if (path === '/favicon.ico') return send('.png', '', 204)
  return picture(options.miniprogramRoot, path, send)
}

function picture(root: string, path: string, send: (ending: string, content: Buffer) => true): boolean {
  const ending = extname(path).toLowerCase()
  const file = join(root, normalize(path))
  if (!pictures.includes(ending) || !file.startsWith(root) || !existsSync(file)) return false
  return send(ending, readFileSync(file))
}

const page = (): string => `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>小程序</title>
<link rel="stylesheet" href="/phone/app.css">
<body><script src="/phone/app.js"></script></body>
</html>`

// What does not compile is shown on the phone itself, with file and line, until it is mended.
async function script({ miniprogramRoot }: LocalOptions): Promise<string> {
  try {
    const { script: text, problems } = await compiled(miniprogramRoot)
    return problems.length === 0 ? text : `${text};${shown(problems)}`
  } catch (error) {
    return shown([String((error as Error).message)])
  }
}

async function styles({ miniprogramRoot }: LocalOptions): Promise<string> {
  return compiled(miniprogramRoot).then(
    (made) => made.styles,
    () => '',
  )
}

function shown(problems: string[]): string {
  const style =
    'position:fixed;inset:auto 8px 8px;z-index:100000;background:#7a0f0f;color:#fff;font:12px/1.5 monospace;padding:8px 12px;border-radius:8px;white-space:pre-wrap;margin:0;max-height:60vh;overflow:auto'
  return `document.body.append(Object.assign(document.createElement('pre'),{className:'wx-problems',textContent:${JSON.stringify(problems.join('\n'))},style:${JSON.stringify(style)}}))`
}

const configOf = (options: LocalOptions) => ({
  title: options.title,
  appName: options.appName ?? options.title,
  personas: options.personas,
  templates: options.templates,
  undelivered: options.undelivered ?? '',
  scenes: options.scenes ?? [],
  faults: Object.entries(options.faults ?? {}).map(([kind, { label }]) => ({ kind, label })),
  can: { nextStop: Boolean(options.nextStop), nextWorkday: Boolean(options.nextWorkday) },
})

const shellScripts = new Map<string, string>()

async function shellScript(path: string): Promise<string> {
  const known = shellScripts.get(path)
  if (known) return known
  const entry = join(shell, path === '/shell/main.js' ? 'main.ts' : 'phone.ts')
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
    logLevel: 'silent',
  })
  const text = outputFiles[0]!.text
  shellScripts.set(path, text)
  return text
}
