// The product in Chromium as a person has it: one local cloud, a phone per person, a finger or a mouse.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type FrameLocator, type Locator, type Page } from 'playwright-core'
import { options } from '../../demo/local'
import { startLocal, type LocalServer } from '../../local/server'
import type { ActionName, Inputs } from '../../miniprogram/domain/inputs'
import type { Answer, Outputs } from '../../typings/contract'

const places = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

export interface Size {
  width: number
  height: number
}
export const usual: Size = { width: 390, height: 844 }
export const narrow: Size = { width: 320, height: 640 }

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
    if (this.touch) await where.tap()
    else await where.click()
  }
  /** Taps a button, a row or a choice by its words. */
  async press(
    words: string | RegExp,
    role: 'button' | 'radio' | 'checkbox' | 'tab' = 'button',
  ): Promise<void> {
    await this.tap(this.top.getByRole(role, { name: words }).first())
  }
  async type(label: string, text: string): Promise<void> {
    await this.top.getByLabel(label, { exact: true }).locator('visible=true').last().fill(text)
  }
  async sees(words: string | RegExp): Promise<void> {
    await this.top.getByText(words).first().waitFor()
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
}

export class Stage {
  private constructor(
    readonly server: LocalServer,
    private readonly browser: Browser,
    private readonly folder: string,
  ) {}
  readonly troubles: string[] = []

  static async open(): Promise<Stage> {
    const executablePath = places.find((place) => place !== '' && existsSync(place))
    const folder = mkdtempSync(join(tmpdir(), 'story-'))
    const server = await startLocal({ ...options({ DATA_DIR: folder, PORT: '0' }), watch: false })
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    return new Stage(server, browser, folder)
  }

  /** A phone in a person's hand. */
  async phone(openid: string, path = '/pages/home/index', size: Size = usual, touch = true): Promise<Phone> {
    const context = await this.browser.newContext({
      viewport: size,
      hasTouch: touch,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    })
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    page.on('pageerror', (error) => this.troubles.push(`${openid}: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error' && message.text().includes('[mini-program]'))
        this.troubles.push(`${openid}: ${message.text()}`)
    })
    await page.goto(`${this.server.url}/shell/phone.html?openid=${openid}&path=${encodeURIComponent(path)}`)
    const phone = new Phone(page, touch)
    await phone.ready()
    return phone
  }

  async clock(now: number): Promise<void> {
    await fetch(`${this.server.url}/clock`, { method: 'POST', body: JSON.stringify({ now }) })
  }
  async chat(openid: string): Promise<{ title: string; page: string; delivered: boolean }[]> {
    return (await (await fetch(`${this.server.url}/chat?openid=${openid}`)).json()) as {
      title: string
      page: string
      delivered: boolean
    }[]
  }
  async lose(openid: string): Promise<void> {
    await fetch(`${this.server.url}/faults`, {
      method: 'POST',
      body: JSON.stringify({ openid, kind: 'lostAnswer' }),
    })
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
