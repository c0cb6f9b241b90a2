// The product in Chromium as a person has it: one local cloud, a phone per person, a finger or a mouse.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Frame, FrameLocator, Locator, Page } from 'playwright-core'
import { options } from '../../demo/local'
import type { LocalOptions } from '../../local/options'
import { startLocal, type LocalServer } from '../../local/server'
import type { ActionName, Inputs } from '../../miniprogram/domain/door/inputs'
import type { Answer, Outputs } from '../../typings/contract'
import { openChromium } from '../chromium'
import patience from '../patience.json'

export interface Size {
  width: number
  height: number
}
export const usual: Size = { width: 390, height: 844 }
export const narrow: Size = { width: 320, height: 640 }

/** How a phone begins: 关怀模式, without a network, with answers that never come. */
export interface Beginning {
  size?: Size
  font?: number
  network?: 'offline'
  hold?: boolean
}

export class Phone {
  constructor(
    readonly page: Page,
    private readonly touch: boolean,
  ) {}
  get app(): FrameLocator {
    return this.page.frameLocator('iframe')
  }
  /** The page on top; others are hidden. */
  get top(): Locator {
    return this.app.locator('.wx-page:not([hidden])')
  }
  async tap(where: Locator): Promise<void> {
    await this.told(this.touch ? where.tap() : where.click())
  }
  /** What does not come in time is told with what stands on the screen instead. */
  private async told(done: Promise<void>): Promise<void> {
    await done.catch(async (error: Error) => {
      const words = await this.top
        .first()
        .innerText({ timeout: 1000 })
        .catch(() => '')
      throw new Error(`${error.message}\nOn the screen: ${words.replace(/\s+/g, ' ')}`)
    })
  }
  /** Taps a button, a row or a choice by its words. */
  async press(
    words: string | RegExp,
    role: 'button' | 'radio' | 'checkbox' | 'tab' = 'button',
  ): Promise<void> {
    await this.tap(this.top.getByRole(role, { name: words }).first())
  }
  /** Presses a verb of a ticket: the one in the bar, or one of those behind 更多. */
  async verb(words: string | RegExp): Promise<void> {
    const own = this.top.getByRole('button', { name: words }).first()
    const more = this.top.getByRole('button', { name: '更多' }).first()
    await own.or(more).first().waitFor()
    if (!(await own.isVisible())) await this.tap(more)
    await this.tap(own)
  }
  async type(label: string, text: string): Promise<void> {
    await this.top.getByLabel(label, { exact: true }).locator('visible=true').last().fill(text)
  }
  async sees(words: string | RegExp): Promise<void> {
    await this.told(this.top.getByText(words).first().waitFor())
  }
  async title(words: string): Promise<void> {
    await this.page.getByRole('heading', { name: words, exact: true }).waitFor()
  }
  async open(path: string): Promise<void> {
    await this.page.evaluate((to) => {
      const frame = document.querySelector('iframe')!
      frame.contentWindow!.postMessage({ from: 'shell', type: 'open', path: to }, location.origin)
    }, path)
  }
  async network(mode: 'online' | 'weak' | 'offline'): Promise<void> {
    await this.page.evaluate((to) => (window as unknown as { network(mode: string): void }).network(to), mode)
  }
  /** The app begins anew with a page, as from a chat card, on a phone that has not seen it yet. */
  async restart(path: string, { size = usual, network, hold }: Beginning = {}): Promise<void> {
    await this.page.setViewportSize(size)
    await this.page.unroute('**/call')
    if (hold) await this.page.route('**/call', () => {})
    await this.frame.evaluate(
      ([url, line]) => {
        for (const key of Object.keys(localStorage)) if (key.includes(':cache:')) localStorage.removeItem(key)
        window.dispatchEvent(new Event(line!))
        const { wx } = globalThis as unknown as { wx: { reLaunch(to: { url: string }): Promise<object> } }
        return wx.reLaunch({ url: url! }).then(() => null)
      },
      [path, network ?? 'online'],
    )
  }
  /** The network goes, and the person looks again. */
  async leaveNetwork(): Promise<void> {
    await this.network('offline')
    await this.page.evaluate(() => {
      const frame = document.querySelector('iframe')!
      frame.contentWindow!.postMessage({ from: 'shell', type: 'visible', visible: true }, location.origin)
    })
  }
  /** The document of the mini-program itself. */
  get frame(): Frame {
    return this.page.frames().find((one) => one.url().includes('/phone/app.html'))!
  }
  /** Until nothing is loading any more, and what came is drawn. */
  async settled(): Promise<void> {
    const waits = this.top.getByLabel('正在加载').or(this.top.getByText(/^(更新中|正在查找企业)…$/))
    while ((await waits.count()) > 0) await waits.first().waitFor({ state: 'detached' })
    await this.frame.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    )
  }
  /** Until nothing moves on the screen any more. */
  async still(): Promise<void> {
    await this.frame.evaluate(async () => {
      const moving = () =>
        document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity)
      while (moving().length > 0) await Promise.allSettled(moving().map((one) => one.finished))
    })
  }
  /** Answers WeChat's own question about messages. */
  async allow(yes: boolean): Promise<void> {
    const sheet = this.app.getByRole('dialog', { name: '订阅消息' })
    await this.tap(sheet.getByText(yes ? '允许' : '拒绝', { exact: true }))
  }
  async reload(): Promise<void> {
    await this.page.reload()
    await this.ready()
  }
  async ready(): Promise<void> {
    await this.app.locator('html[data-ready]').waitFor()
  }
  /** Sets a date (2026-11-25) or a time (08:30) by the label of its button. */
  async pick(label: string | RegExp, value: string): Promise<void> {
    await this.press(label)
    await this.app.locator('.wx-picker-control').fill(value)
  }
}

export class Stage {
  private constructor(
    readonly server: LocalServer,
    private readonly browser: Browser,
    private readonly folder: string,
  ) {}
  readonly troubles: string[] = []
  private readonly open = new Set<BrowserContext>()
  private readonly hurt = new Set<string>()
  private readonly hands = new Map<string, Phone>()

  static async open(more: Partial<LocalOptions> = {}): Promise<Stage> {
    const folder = mkdtempSync(join(tmpdir(), 'story-'))
    const server = await startLocal({
      ...options({ DATA_DIR: folder, PORT: '0' }),
      watch: false,
      durable: false,
      limit: patience.wait,
      ...more,
    })
    const browser = await openChromium()
    return new Stage(server, browser, folder)
  }

  /** A finger's phone that begins in a certain way. */
  visit(openid: string, path: string, beginning: Beginning = {}): Promise<Phone> {
    return this.phone(openid, path, beginning.size ?? usual, true, beginning)
  }

  /** The phone that a person already has in hand begins anew with a page; what it had seen is forgotten. */
  async again(openid: string, path: string, beginning: Beginning = {}): Promise<Phone> {
    const name = `${openid} ${beginning.font ?? 1}`
    const known = this.hands.get(name)
    const phone =
      known ?? (await this.phone(openid, '/about/rules/index', usual, true, { font: beginning.font }))
    this.open.delete(phone.page.context())
    this.hands.set(name, phone)
    await phone.restart(path, beginning)
    return phone
  }

  /** A phone in a person's hand. */
  async phone(
    openid: string,
    path = '/pages/home/index',
    size: Size = usual,
    touch = true,
    { font, network, hold }: Beginning = {},
  ): Promise<Phone> {
    const context = await this.browser.newContext({
      viewport: size,
      hasTouch: touch,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    })
    this.open.add(context)
    const page = await context.newPage()
    page.setDefaultTimeout(patience.wait)
    page.on('pageerror', (error) => this.troubles.push(`${openid}: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error' && message.text().includes('[mini-program]'))
        this.troubles.push(`${openid}: ${message.text()}`)
    })
    if (hold) await page.route('**/call', () => {})
    const more = `${font ? `&font=${font}` : ''}${network ? `&network=${network}` : ''}`
    await page.goto(
      `${this.server.url}/shell/phone.html?openid=${openid}&path=${encodeURIComponent(path)}${more}`,
    )
    const phone = new Phone(page, touch)
    await phone.ready()
    return phone
  }

  /** A picture of the preview page: both phones with the page they are on, as a visitor at a desk sees them. */
  async picture(a: string, b: string, path: string): Promise<void> {
    const context = await this.browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    })
    const page = await context.newPage()
    page.setDefaultTimeout(patience.wait)
    await page.goto(`${this.server.url}/#a=${a}&b=${b}`)
    for (const side of ['b', 'a']) {
      const app = page.locator(`.device-${side} iframe.app`).contentFrame()
      await app.locator('html[data-ready]').waitFor({ state: 'attached' })
      const top = app.locator('.wx-page:not([hidden])')
      if (side === 'b') await top.getByRole('button', { name: /进入工作台/ }).click()
      else {
        await app.getByRole('tab', { name: /^工单/ }).first().click()
        await top.getByRole('tab', { name: /进行中/ }).click()
      }
      await top.getByRole('button', { name: /V850/ }).first().click()
      await top
        .getByText(/第 1 次上门|任务/)
        .first()
        .waitFor()
    }
    await page.getByRole('button', { name: /服务通知/ }).click()
    await page.screenshot({ path })
    await context.close()
  }

  async clock(now: number): Promise<void> {
    await fetch(`${this.server.url}/clock`, { method: 'POST', body: JSON.stringify({ now }) })
  }
  /** What becomes true by the clock function: it runs until that is there. */
  async until<T>(ask: () => Promise<T | null | undefined>): Promise<T> {
    for (;;) {
      const found = await ask()
      if (found) return found
      await this.tick()
    }
  }
  /** Lets the clock function run, as each minute does. */
  async tick(): Promise<void> {
    const body = JSON.stringify({ name: 'clock', data: { Type: 'timer' } })
    await fetch(`${this.server.url}/call`, { method: 'POST', body })
  }
  async chat(openid: string): Promise<{ title: string; page: string; delivered: boolean }[]> {
    return (await (await fetch(`${this.server.url}/chat?openid=${openid}`)).json()) as {
      title: string
      page: string
      delivered: boolean
    }[]
  }
  /** Asks the door on a person's behalf, beside the phone. */
  async ask<A extends ActionName>(openid: string, action: A, input: Inputs[A]): Promise<Outputs[A]> {
    const response = await fetch(`${this.server.url}/call`, {
      method: 'POST',
      headers: { 'x-openid': openid },
      body: JSON.stringify({ name: 'api', data: { action, input } }),
    })
    return ((await response.json()) as { result: { data: Outputs[A] } }).result.data
  }
  async lose(openid: string): Promise<void> {
    await fetch(`${this.server.url}/faults`, {
      method: 'POST',
      body: JSON.stringify({ openid, kind: 'lostAnswer' }),
    })
  }
  /** A person's next calls end in a crash of the function. */
  async crash(openid: string, times: number): Promise<void> {
    this.hurt.add(openid)
    await fetch(`${this.server.url}/faults`, {
      method: 'POST',
      body: JSON.stringify({ openid, kind: 'crash', times }),
    })
  }
  /** Puts all phones away and heals the server. */
  async leave(): Promise<void> {
    for (const openid of this.hurt) await this.crash(openid, 0)
    await Promise.all([...this.open].map((context) => context.close()))
    this.open.clear()
  }
  async close(): Promise<void> {
    await this.browser.close()
    await this.server.close()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** Calls the door for a person, for what a story takes as given; throws what it refuses. */
  async call<A extends ActionName>(openid: string, action: A, input: Inputs[A]): Promise<Outputs[A]> {
    const response = await fetch(`${this.server.url}/call`, {
      method: 'POST',
      body: JSON.stringify({ name: 'api', data: { action, input } }),
      headers: { 'x-openid': openid },
    })
    const { result } = (await response.json()) as { result: Answer<Outputs[A]> }
    if (!result.ok) throw new Error(`${openid} ${action}: ${result.refusal.words}`)
    return result.data
  }
  /** Credits for messages, as taps on 允许 would have given them. */
  async accept(openid: string, template: string, times: number): Promise<void> {
    const body = JSON.stringify({ openid, results: { [`local-${template}`]: 'accept' } })
    for (let i = 0; i < times; i++) await fetch(`${this.server.url}/consents`, { method: 'POST', body })
  }
}

/** A real photograph's bytes, drawn here. */
export const photo = (name: string): { name: string; mimeType: string; buffer: Buffer } => ({
  name,
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
})

export const at = (text: string): number => Date.parse(`2026-${text}:00+08:00`)
