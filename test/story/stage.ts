// The product in Chromium as a person has it: one local cloud, a phone per person, a finger or a mouse.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { options } from '../../demo/local'
import type { LocalOptions } from '../../local/options'
import { startLocal, type LocalServer } from '../../local/server'
import type { ActionName, Inputs } from '../../miniprogram/domain/door/inputs'
import type { Answer, Outputs } from '../../typings/contract'
import { openChromium } from '../chromium'
import patience from '../patience.json'
import { Phone, usual, type Beginning, type Size } from './phone'

export { narrow, usual, type Beginning, type Phone, type Size } from './phone'

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
