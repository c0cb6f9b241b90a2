// Random names that nobody can guess, at once: WeChat's generator answers late, so a supply is kept.
const BYTES = 16
const supply: number[] = []
let asking = false

/** Called once by the app, and by itself when the supply runs low. */
export function fillKeys(): void {
  if (asking || typeof wx.getRandomValues !== 'function') return
  asking = true
  wx.getRandomValues({
    length: BYTES * 32,
    success: ({ randomValues }) => supply.push(...new Uint8Array(randomValues)),
    complete: () => {
      asking = false
    },
  })
}

/** 128 random bits as 32 hex digits: an idempotency key or the id of a photo. */
export function newKey(): string {
  if (supply.length < BYTES * 4) fillKeys()
  const bytes = supply.length >= BYTES ? supply.splice(0, BYTES) : weakBytes()
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

// Only before the generator's first answer: still unique, as a key must be.
function weakBytes(): number[] {
  return Array.from({ length: BYTES }, () => Math.floor(Math.random() * 256))
}
