// Pictures for the demo's records, drawn here: nobody's photograph, no binary in the repository.
import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'

const WIDTH = 640
const HEIGHT = 480

type Colour = readonly [number, number, number]
const wall: Colour = [214, 220, 228]
const floor: Colour = [150, 158, 168]
const machine: Colour = [238, 241, 244]
const glass: Colour = [64, 84, 104]
const accents: readonly Colour[] = [
  [11, 87, 194],
  [196, 41, 31],
  [0, 108, 69],
  [138, 75, 0],
]

/** A PNG of a machine in a hall; the same seed gives the same bytes. */
export function picture(seed: string): Buffer {
  const [a = 0, b = 0, c = 0] = createHash('sha256').update(seed).digest()
  const accent = accents[a % accents.length]!
  const left = 90 + (b % 60)
  const top = 90 + (c % 40)
  const colourAt = (x: number, y: number): Colour => {
    if (inside(x, y, left + 60, top + 70, 250, 170)) return shade(glass, y / HEIGHT)
    if (inside(x, y, left + 350, top + 60, 90, 150)) return x % 90 < 70 && y % 40 < 26 ? glass : accent
    if (inside(x, y, left, top, 460, 22)) return accent
    if (inside(x, y, left, top, 460, 300)) return machine
    return shade(y > 380 ? floor : wall, y / HEIGHT)
  }
  return png(colourAt)
}

const inside = (x: number, y: number, left: number, top: number, width: number, height: number): boolean =>
  x >= left && x < left + width && y >= top && y < top + height

const shade = ([r, g, b]: Colour, by: number): Colour => {
  const less = 1 - by * 0.25
  return [Math.round(r * less), Math.round(g * less), Math.round(b * less)]
}

function png(colourAt: (x: number, y: number) => Colour): Buffer {
  const rows = Buffer.alloc(HEIGHT * (1 + WIDTH * 3))
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) rows.set(colourAt(x, y), y * (1 + WIDTH * 3) + 1 + x * 3)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(WIDTH, 0)
  head.writeUInt32BE(HEIGHT, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const crcs = Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c
})
const crc32 = (data: Buffer): number =>
  (data.reduce((crc, byte) => crcs[(crc ^ byte) & 255]! ^ (crc >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
