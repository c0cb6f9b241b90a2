// The page stack: navigateTo, redirectTo, navigateBack, switchTab, reLaunch, with WeChat's life cycle.
import { appObject, given, space } from './code-space'
import { countAnew, countSetData } from './counters'
import { bringBack, panes, setPanes, showLeft, touchedLeft } from './panes'
import { patchSelectorQuery } from './selector-query'
import { backend } from './start'
import { mountTabBar } from './tab-bar'
import { trouble } from './trouble'
import type { OpenPage, Options, PageInstance } from './types'

export const stack: OpenPage[] = []
const kept = new Map<string, OpenPage>()
const sheet = document.createElement('style')
/** WeChat opens no more pages than this. */
export const DEEPEST = 10
let changed: () => void = () => {}

/** Called after each change of what is on top. */
export function onStack(heard: () => void): void {
  changed = heard
}

export const top = (): OpenPage | undefined => stack[stack.length - 1]
export const isTab = (id: string): boolean =>
  given.app.tabBar?.list.some((one) => one.pagePath === id) ?? false

/** 「/a/b?x=1」 → page and options; throws when there is no such page. */
export function parse(url: string): { id: string; options: Options; query: string } {
  const [path = '', query = ''] = url.split('?')
  const id = path.startsWith('/')
    ? path.slice(1)
    : new URL(path, `http://app/${top()?.id ?? ''}`).pathname.slice(1)
  if (!given.app.pages.includes(id)) throw new Error(`page "${id}" is not found`)
  return { id, options: Object.fromEntries(new URLSearchParams(query)), query }
}

/** 「/a/b?x=1」 of an open page. */
export const pathOf = ({ id, query }: OpenPage): string => `/${id}${query ? `?${query}` : ''}`

function call(page: OpenPage | undefined, name: string, ...args: unknown[]): void {
  const method = page?.instance[name]
  if (typeof method !== 'function') return
  try {
    const result: unknown = method.apply(page!.instance, args)
    if (result instanceof Promise) result.catch((error: unknown) => trouble(error, `${page!.id} ${name}`))
  } catch (error) {
    trouble(error, `${page!.id} ${name}`)
  }
}

const isPage = (made: object): made is PageInstance => 'setData' in made && 'createSelectorQuery' in made

function create(url: string): OpenPage {
  const { id, options, query } = parse(url)
  countAnew()
  const host = document.createElement('div')
  host.className = 'wx-page'
  host.dataset.route = id
  const anchor = document.createElement('i')
  host.append(anchor)
  document.body.append(host)
  const root = backend().createRoot('page', space, `/${id}${query ? `?${query}` : ''}`)
  const instance: object = root.get()
  if (!isPage(instance)) throw new Error(`"${id}" is not a page`)
  patchSelectorQuery(instance as never)
  const setData = instance.setData.bind(instance)
  const counted = (data: Record<string, unknown>, done?: () => void): void => {
    countSetData(data)
    setData(data, done)
  }
  Object.assign(instance, { route: id, __route__: id, options, setData: counted })
  const page: OpenPage = { id, query, root, instance, host, scroll: 0, ready: false }
  stack.push(page)
  front(page)
  call(page, 'onLoad', options)
  root.attach(host as never, anchor as never)
  if (isTab(id)) mountTabBar(page)
  return page
}

/** Shows this page's host and its style sheet, hides the others. */
function front(page: OpenPage): void {
  bringBack(page.host)
  const left = panes() ? stack[stack.indexOf(page) - 1] : undefined
  showLeft(left?.host ?? null, left ? (given.pageStyles[left.id] ?? '') : '', left?.scroll)
  for (const host of document.querySelectorAll<HTMLElement>('.wx-page')) host.hidden = host !== page.host
  if (!sheet.isConnected) document.head.append(sheet)
  sheet.textContent = given.pageStyles[page.id] ?? ''
}

function show(page: OpenPage): void {
  front(page)
  window.scrollTo(0, page.scroll)
  call(page, 'onShow')
  page.root.getComponent().triggerPageLifetime('show', [])
  if (!page.ready) {
    page.ready = true
    requestAnimationFrame(() => call(page, 'onReady'))
  }
  changed()
}

function hide(page: OpenPage | undefined): void {
  if (!page) return
  page.scroll = window.scrollY
  call(page, 'onHide')
  page.root.getComponent().triggerPageLifetime('hide', [])
}

function destroy(page: OpenPage): void {
  call(page, 'onUnload')
  page.root.release()
  bringBack(page.host)
  page.host.remove()
}

/** Opens on top; throws as WeChat's fail message says. */
export function navigateTo(url: string): void {
  const { id } = parse(url)
  if (isTab(id)) throw new Error('can not navigateTo a tabbar page')
  if (touchedLeft() && stack.length > 1) return beside(url)
  if (stack.length >= DEEPEST) throw new Error(`webview count limit exceed`)
  hide(top())
  show(create(url))
}

// What is opened from the left pane takes the right one: the list stays where it is.
function beside(url: string): void {
  const old = stack.pop()!
  const page = create(url)
  destroy(old)
  show(page)
}

/** Turns the two-pane view on or off. */
export function showPanes(two: boolean): void {
  if (panes() === two) return
  setPanes(two)
  const page = top()
  if (!page) return
  front(page)
  changed()
}

export function redirectTo(url: string): void {
  if (isTab(parse(url).id)) throw new Error('can not redirectTo a tabbar page')
  const old = stack.pop()
  const page = create(url)
  if (old) destroy(old)
  show(page)
}

/** Goes back; false when there is nothing to go back to. */
export function navigateBack(delta: number): boolean {
  const steps = Math.min(Math.max(1, delta), stack.length - 1)
  if (steps < 1) return false
  for (const page of stack.splice(stack.length - steps).reverse()) destroy(page)
  show(top()!)
  return true
}

export function switchTab(url: string): void {
  const { id } = parse(url)
  if (!isTab(id)) throw new Error('can not switch to no-tabBar page')
  if (top()?.id === id) return
  hide(top())
  for (const page of stack.splice(0).reverse()) {
    if (isTab(page.id)) kept.set(page.id, page)
    else destroy(page)
  }
  const known = kept.get(id)
  if (known) stack.push(known)
  const page = known ?? create(`/${id}`)
  show(page)
  const index = given.app.tabBar!.list.findIndex((one) => one.pagePath === id)
  call(page, 'onTabItemTap', { index, pagePath: id, text: given.app.tabBar!.list[index]!.text })
}

export function reLaunch(url: string): void {
  parse(url)
  for (const page of stack.splice(0).reverse()) destroy(page)
  for (const page of kept.values()) if (page.host.isConnected) destroy(page)
  kept.clear()
  show(create(url))
}

/** Hides or shows the app as a whole: the phone was left, or is looked at again. */
export function appVisible(visible: boolean): void {
  const page = top()
  if (!page) return
  const app = appObject() as Record<string, ((options: object) => void) | undefined>
  app[visible ? 'onShow' : 'onHide']?.call(app, {})
  call(page, visible ? 'onShow' : 'onHide')
  page.root.getComponent().triggerPageLifetime(visible ? 'show' : 'hide', [])
}

window.addEventListener('scroll', () => {
  const page = top()
  if (!page) return
  call(page, 'onPageScroll', { scrollTop: window.scrollY })
  const distance = given.configs[page.id]?.onReachBottomDistance ?? 50
  const below = document.documentElement.scrollHeight - window.scrollY - window.innerHeight
  if (below <= distance && !reached.has(page)) call(page, 'onReachBottom')
  if (below <= distance) reached.add(page)
  else reached.delete(page)
})
const reached = new WeakSet<OpenPage>()

/** A page's own function, called from outside: pull-down refresh, sharing. */
export const callTop = (name: string, ...args: unknown[]): void => call(top(), name, ...args)

Object.assign(globalThis, { getCurrentPages: () => stack.map((page) => page.instance) })
