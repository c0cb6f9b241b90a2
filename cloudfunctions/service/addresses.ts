// Addresses of files for as long as the company has set.
import * as files from '../platform/files'
import { lastSettings } from './company/settings'

/** File id → address with an end; ids that are gone are left out. */
export const addressesOf = (fileIds: readonly string[]): Promise<Map<string, string>> =>
  files.addressesOf(fileIds, lastSettings().fileLinkMinutes * 60)
