// A Chromium and a font with Chinese letters, which the stories need. On Debian as root they are installed.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
const find = () => places.find((place) => place !== '' && existsSync(place))

/** Path of the browser; throws in plain words when there is none and none can be installed. */
export function browser() {
  const known = find()
  if (known) return known
  const debian = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0
  if (!debian) {
    throw new Error(
      'The stories need Chromium and a CJK font. Debian: sudo apt-get install chromium fonts-noto-cjk; elsewhere set CHROMIUM=/path/to/chrome',
    )
  }
  console.log('Installing chromium and fonts-noto-cjk (apt-get) 正在安装浏览器……')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
  ]) {
    const done = spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env })
    if (done.status !== 0) throw new Error(`apt-get ${args[0]} failed; its own words are above.`)
  }
  const found = find()
  if (!found) throw new Error('chromium was installed but is not found')
  return found
}
