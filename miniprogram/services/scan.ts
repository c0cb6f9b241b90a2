// What stands in a code: a nameplate carries a serial number, an invitation eight characters.
import { decoded, serialIn, serialOf } from '../domain/form/serial'
import { plainForm } from '../domain/form/text'
import { promised } from './promised'

export { decoded, serialIn, serialOf }

/** Opens the scanner; the code's text, null when the person went back. */
export async function scanText(): Promise<string | null> {
  try {
    const { result, path } = await promised<WechatMiniprogram.ScanCodeSuccessCallbackResult>((done) =>
      wx.scanCode({ onlyFromCamera: false, ...done }),
    )
    return result || path || null
  } catch {
    return null
  }
}

/** The invitation code in a text as ABCD-EFGH, '' when there is none. */
export function invitationIn(text: string): string {
  const named = /[?&]code=([^&#]+)/i.exec(text)?.[1] ?? text
  const found = /([2-9A-HJ-NP-Z]{4})-?([2-9A-HJ-NP-Z]{4})$/.exec(serialOf(decoded(named)))
  return found ? `${found[1]}-${found[2]}` : ''
}

/** What a person types, as 4-4 in capitals: cy7k3p → CY7K-3P. */
export function invitationTyped(text: string): string {
  const letters = plainForm(text)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, 8)
  return letters.length > 4 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : letters
}

/** The page of the machine that a code names; it says so where the code names none. */
export const scannedPage = (text: string): string =>
  serialIn(text) ? machinePage(serialIn(text)) : '/customer/scan/index?unread=1'

/** A machine's page. */
export const machinePage = (serial: string): string =>
  `/customer/scan/index?serial=${encodeURIComponent(serial)}`
