// An .xlsx taken apart by hand, without the library that wrote it: what Excel would find in its cells.
import { inflateRawSync } from 'node:zlib'

export interface XlsxCell {
  value: string | number | null
  formula: boolean
  /** The number format's code, '' when none. */
  format: string
}

/** The files of a zip by name. */
function unzip(content: Buffer): Map<string, string> {
  const files = new Map<string, string>()
  const end = content.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let at = content.readUInt32LE(end + 16)
  for (let i = content.readUInt16LE(end + 10); i > 0; i--) {
    const [name, more, note] = [28, 30, 32].map((offset) => content.readUInt16LE(at + offset))
    const local = content.readUInt32LE(at + 42)
    const start = local + 30 + content.readUInt16LE(local + 26) + content.readUInt16LE(local + 28)
    const bytes = content.subarray(start, start + content.readUInt32LE(at + 20))
    const packed = content.readUInt16LE(at + 10) === 8
    files.set(
      content.toString('utf8', at + 46, at + 46 + name!),
      (packed ? inflateRawSync(bytes) : bytes).toString('utf8'),
    )
    at += 46 + name! + more! + note!
  }
  return files
}

const plain = (xml: string): string =>
  xml
    .replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
const textsIn = (xml: string): string =>
  plain([...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map((one) => one[1]).join(''))

/** The rows of the first sheet. */
export function readXlsxByHand(content: Buffer): XlsxCell[][] {
  const files = unzip(content)
  const shared = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map((one) =>
    textsIn(one[1]!),
  )
  const styles = files.get('xl/styles.xml')!
  const codes = new Map(
    [...styles.matchAll(/numFmtId="(\d+)" formatCode="([^"]*)"/g)].map((one) => [one[1]!, plain(one[2]!)]),
  )
  const xfs = [...styles.split('<cellXfs')[1]!.matchAll(/<xf numFmtId="(\d+)"/g)].map((one) => one[1]!)
  const cellOf = (attributes: string, inner: string): XlsxCell => {
    const raw = /<v>([^<]*)<\/v>/.exec(inner)?.[1]
    const kind = /t="(\w+)"/.exec(attributes)?.[1]
    const style = Number(/ s="(\d+)"/.exec(attributes)?.[1] ?? 0)
    const value =
      kind === 'inlineStr'
        ? textsIn(inner)
        : raw === undefined
          ? null
          : kind === 's'
            ? shared[Number(raw)]!
            : kind
              ? plain(raw)
              : Number(raw)
    return { value, formula: /<f[ >/]/.test(inner), format: codes.get(xfs[style] ?? '') ?? '' }
  }
  const sheet = files.get('xl/worksheets/sheet1.xml')!
  return [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map((row) =>
    [...row[1]!.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map((one) => cellOf(one[1]!, one[2] ?? '')),
  )
}

/** 2026-11-23 09:40 of Excel's number of a day. */
export const excelTime = (serial: number): string =>
  new Date(Math.round((serial - 25569) * 1440) * 60_000).toISOString().slice(0, 16).replace('T', ' ')
