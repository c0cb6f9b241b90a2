// A phone in Chromium as a person has it in hand: what is on top, taps, words, WeChat's own questions.
import type { Frame, FrameLocator, Locator, Page } from 'playwright-core'

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
  /** Answers WeChat's question if it comes, and is on the page with this title then. */
  async onTo(title: string): Promise<void> {
    const sheet = this.app.getByRole('dialog', { name: '订阅消息' })
    const asked = sheet.waitFor().then(
      () => true,
      () => false,
    )
    const there = this.title(title).then(() => false)
    if (await Promise.race([asked, there])) await this.allow(true)
    await there
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
