// What stands in a code: a nameplate carries a serial number, an invitation eight characters.
import { promised } from './promised'

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

/** The serial number in a nameplate's text: the text itself, or `s=`/`serial=`/`scene=` of an address. */
export function serialIn(text: string): string {
  const named = /[?&](?:serial|s|scene)=([^&#]+)/i.exec(text)?.[1]
  return decodeURIComponent(named ?? text)
    .trim()
    .toUpperCase()
}

/** The invitation code in a text as ABCD-EFGH, '' when there is none. */
export function invitationIn(text: string): string {
  const named = /[?&]code=([^&#]+)/i.exec(text)?.[1] ?? text
  const found = /([2-9A-HJ-NP-Z]{4})-?([2-9A-HJ-NP-Z]{4})$/.exec(named.trim().toUpperCase())
  return found ? `${found[1]}-${found[2]}` : ''
}

/** What a person types, as 4-4 in capitals: cy7k3p → CY7K-3P. */
export function invitationTyped(text: string): string {
  const letters = text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, 8)
  return letters.length > 4 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : letters
}

/** A machine's page. */
export const machinePage = (serial: string): string =>
  `/customer/scan/index?serial=${encodeURIComponent(serial)}`
