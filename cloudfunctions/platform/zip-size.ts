// How much a workbook really holds, before anything of it is kept: each part is unpacked and forgotten piece by piece,
// so that neither what the file says of itself nor a bomb in it decides how much memory is taken.
import { createInflateRaw } from 'node:zlib'
import { Readable } from 'node:stream'

interface Part {
  name: string
  packed: boolean
  bytes: Buffer
}

/** The parts of a zip by its central directory; throws where it has none. */
export function partsOf(content: Buffer): Part[] {
  const end = content.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end === -1) throw new Error('no central directory')
  let at = content.readUInt32LE(end + 16)
  return Array.from({ length: content.readUInt16LE(end + 10) }, () => {
    const [name, more, note] = [28, 30, 32].map((offset) => content.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const local = content.readUInt32LE(at + 42)
    const start = local + 30 + content.readUInt16LE(local + 26) + content.readUInt16LE(local + 28)
    const part = {
      name: content.toString('utf8', at + 46, at + 46 + name),
      packed: content.readUInt16LE(at + 10) === 8,
      bytes: content.subarray(start, start + content.readUInt32LE(at + 20)),
    }
    at += 46 + name + more + note
    return part
  })
}

/** Unpacks a part, tells each piece and forgets it. */
export async function unpacked({ packed, bytes }: Part, tell: (piece: Buffer) => void): Promise<void> {
  const source = Readable.from([bytes])
  const whole = packed ? source.pipe(createInflateRaw()) : source
  source.on('error', (error) => whole.destroy(error))
  for await (const piece of whole) tell(piece as Buffer)
}
