// An old ledger on its way in: a file from a chat, brought to the person's own folder of the storage.
import type { LedgerMapping } from '../domain/ledger/fields'
import { askNetwork } from './network'
import { UnreachableError } from './call'
import { newKey } from './key'
import { promised } from './promised'
import { knownSession } from './session'
import { keep, read } from './store'

export interface ChosenFile {
  name: string
  path: string
  size: number
}

/** The file that somebody chose from a chat; null when he went back. */
export async function chooseLedger(): Promise<ChosenFile | null> {
  try {
    const { tempFiles } = await promised<WechatMiniprogram.ChooseMessageFileSuccessCallbackResult>((done) =>
      wx.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx', 'csv'], ...done }),
    )
    return tempFiles[0] ?? null
  } catch {
    return null
  }
}

/** Brings it to the storage; its id. Throws UnreachableError. */
export async function bringLedger({ path }: ChosenFile): Promise<string> {
  const pid = (await knownSession())?.me.pid ?? ''
  try {
    const { fileID } = await wx.cloud.uploadFile({ cloudPath: `imports/${pid}/${newKey()}`, filePath: path })
    return fileID
  } catch {
    throw new UnreachableError(!(await askNetwork()), 'uploadFile')
  }
}

const KEPT = 'ledger-mapping'
interface Kept {
  columns: string[]
  mapping: LedgerMapping
}

/** How a ledger with the same headings was mapped the last time. */
export function lastMapping(columns: readonly string[]): LedgerMapping | null {
  const kept = read<Kept>(KEPT)
  return kept && kept.columns.join('\n') === columns.join('\n') ? kept.mapping : null
}

export const keepMapping = (columns: readonly string[], mapping: LedgerMapping): boolean =>
  keep(KEPT, { columns, mapping })
