// Pages and components rendered in a document by WeChat's own compiler; the real cloud answers them.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { settle, wechat, type WeChat } from '../foundation/wechat'

/** What of a rendered component is used here. */
export interface Rendered {
  dom: HTMLElement
  data: Record<string, unknown>
  instance: Record<string, ((...args: unknown[]) => unknown) | undefined>
  attach(parent: Node): void
  detach(): void
  querySelector(selector: string): Rendered | undefined
  querySelectorAll(selector: string): Rendered[]
  dispatchEvent(name: string, options?: object): void
  addEventListener(name: string, heard: (event: { detail: unknown }) => void): void
  setData(data: object): void
}
interface Simulate {
  load(path: string, options: object): string
  render(id: string, properties?: object): Rendered
}

export const app = join(__dirname, '../../../miniprogram')
const library = '/miniprogram_npm/tdesign-miniprogram'
const simulate = jest.requireActual<Simulate>('miniprogram-simulate')

interface Config {
  usingComponents?: Record<string, string>
}
const configOf = (file: string): Config => JSON.parse(readFileSync(`${file}.json`, 'utf8')) as Config
const placeOf = (name: string, path: string): string =>
  path.startsWith('tdesign-miniprogram/') ? join(app, 'miniprogram_npm', path) : join(dirname(name), path)

/** All components that a page reaches by its declarations: tag → file. */
export function reached(file: string, seen = new Map<string, string>()): Map<string, string> {
  for (const [tag, path] of Object.entries(configOf(file).usingComponents ?? {})) {
    const place = placeOf(file, path)
    if (seen.get(tag) === place) continue
    seen.set(tag, place)
    if (existsSync(`${place}.json`)) reached(place, seen)
  }
  return seen
}

const builtIn = /^(scroll|cover|web|picker|movable|match|page|root|rich|swiper|radio|checkbox|open|live)-/

/** Tags that nothing stands behind, in any state: a plain tag shows nothing and complains to nobody. */
export function unresolved(file: string): string[] {
  const own = [...reached(file).values()].filter((place) => !place.includes('miniprogram_npm'))
  return [file, ...own].flatMap((place) => {
    const declared = configOf(place).usingComponents ?? {}
    const used = [...readFileSync(`${place}.wxml`, 'utf8').matchAll(/<([a-z]+-[a-z-]+)/g)].map(
      ([, tag]) => tag!,
    )
    const absent = Object.entries(declared).filter(([, path]) => !existsSync(`${placeOf(place, path)}.wxml`))
    return [
      ...used.filter((tag) => !(tag in declared) && !builtIn.test(tag)),
      ...absent.map(([tag]) => tag),
    ].map((tag) => `${tag} in ${place.slice(app.length + 1)}`)
  })
}

/** The library's components by the place where this app's build puts them. */
function libraryOf(file: string): Record<string, string> {
  const own = [...reached(file)].filter(([, place]) => place.includes('miniprogram_npm'))
  return Object.fromEntries(own.map(([tag, place]) => [tag, place.slice(place.indexOf(library))]))
}

/** Renders a component of this app into the document; its code and its services are fresh. */
export function draw(name: string, properties: object = {}): Rendered {
  const file = join(app, name)
  Object.assign(globalThis, { getApp: () => ({}), App: () => {} })
  const id = simulate.load(file, {
    rootPath: app,
    compiler: 'official',
    // WeChat's compiler answers with the templates of the whole app
    compilerOptions: { maxBuffer: 64 * 1024 * 1024 },
    usingComponents: libraryOf(file),
  })
  const made = simulate.render(id, properties)
  made.attach(document.body)
  return made
}

/** Taps what lies under a class, and lets it go on. */
export async function tap(where: Rendered, selector: string, at = 0): Promise<void> {
  const found = where.querySelectorAll(selector)[at]
  if (!found) throw new Error(`nothing to tap: ${selector}`)
  found.dispatchEvent('tap')
  await settle()
}

/** All that a person can read, with single spaces. */
export const wordsOf = ({ dom }: Rendered): string => (dom.textContent ?? '').replace(/\s+/g, ' ')

/** A phone whose taps and ways are noted. */
export function phoneOf(kept?: Map<string, unknown>): WeChat & { went: string[]; said: string[] } {
  const phone = wechat(kept)
  const went: string[] = []
  const said: string[] = []
  const info = () => ({
    fontSizeScaleFactor: 1,
    pixelRatio: 2,
    windowWidth: 390,
    platform: 'devtools',
    SDKVersion: '3.8.12',
  })
  const go = ({ url }: { url: string }) => void went.push(url)
  Object.assign((globalThis as unknown as { wx: object }).wx, {
    navigateTo: go,
    redirectTo: go,
    switchTab: go,
    navigateBack: () => void went.push('back'),
    makePhoneCall: ({ phoneNumber }: { phoneNumber: string }) => void went.push(`tel:${phoneNumber}`),
    previewImage: ({ current }: { current: string }) => void went.push(`picture:${current}`),
    showToast: ({ title }: { title: string }) => void said.push(title),
    getAppBaseInfo: info,
    getWindowInfo: info,
    getDeviceInfo: info,
    getSystemInfoSync: info,
    stopPullDownRefresh: () => {},
  })
  Object.assign(globalThis, { getCurrentPages: () => [{ route: 'pages/home/index' }] })
  return Object.assign(phone, { went, said })
}

export { settle }
