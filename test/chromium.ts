// The system's Chromium, for tests.
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const places = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** Opens it; `args` are its own switches. */
export function openChromium(args: string[] = []): Promise<Browser> {
  const executablePath = places.find((place) => place !== '' && existsSync(place))
  return chromium.launch({ executablePath, args: ['--no-sandbox', ...args] })
}
