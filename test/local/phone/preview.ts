// The preview page in Chromium, as a visitor has it.
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core'
import patience from '../../patience.json'

export type Side = 'a' | 'b'

export class Preview {
  readonly troubles: string[] = []
  private constructor(readonly page: Page) {}

  /** Opens it in a browser window of its own; nothing of another visit is there. */
  static async open(browser: Browser, url: string, width = 1440, height = 900): Promise<Preview> {
    const context = await browser.newContext({
      viewport: { width, height },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    })
    const page = await context.newPage()
    page.setDefaultTimeout(patience.wait)
    const preview = new Preview(page)
    page.on('pageerror', (error) => preview.troubles.push(error.message))
    await page.goto(url)
    await preview.ready('a')
    await preview.ready('b')
    return preview
  }
  device(side: Side): Locator {
    return this.page.locator(`.device-${side}`)
  }
  /** The mini-program of whoever holds this phone. */
  app(side: Side): FrameLocator {
    return this.device(side).locator('.frame:not(.away) iframe.app').contentFrame()
  }
  /** Its page on top. */
  top(side: Side): Locator {
    return this.app(side).locator('.wx-page:not([hidden])')
  }
  async ready(side: Side): Promise<void> {
    await this.app(side).locator('html[data-ready]').waitFor({ state: 'attached' })
  }
  async press(side: Side, words: string): Promise<void> {
    await this.top(side).getByRole('button', { name: words }).click()
  }
  async sees(side: Side, words: string | RegExp): Promise<void> {
    await this.top(side).getByText(words).first().waitFor()
  }
  /** Hands a phone to a person. */
  async hand(side: Side, name: string): Promise<void> {
    await this.device(side).locator('.person').click()
    await this.device(side).getByRole('option', { name }).click()
    await this.ready(side)
  }
  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name })
  }
  /** The list of chats, or the open one. */
  get chat(): Locator {
    return this.page.getByRole('complementary', { name: '聊天' })
  }
}
