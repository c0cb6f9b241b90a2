// 导出 Excel: what is on the screen becomes a file on this phone and is opened there.
import type { ActionName, Inputs } from '../domain/door/inputs'
import { act } from './act'
import { call, UnreachableError } from './call'
import { dropFile } from './files'
import { askNetwork } from './network'
import type { PageLike, Problem } from './page'
import { promised } from './promised'
import { keep, read } from './store'

/** What `exportSheet` sets on a page. Spread `noExport` into a page's data. */
export interface Exporting {
  /** What is being done, '' when nothing. */
  exporting: string
  /** What came of it. */
  exported: string
  /** Why no file came; kept apart from a page's other trouble. */
  exportProblem: Problem | null
}
export const noExport: Exporting = { exporting: '', exported: '', exportProblem: null }

type Wanted = Inputs[Extract<ActionName, 'export.make'>]

/** Makes, fetches and opens the file; the page says how far it is, and a trouble stands in place. */
export async function exportSheet(page: PageLike, wanted: Wanted): Promise<void> {
  await act(page, async () => {
    page.setData({ ...noExport, exporting: '正在整理…' })
    const { rows, more, ...file } = await call('export.make', wanted)
    await openSheet(page, file)
    page.setData({
      exported: more ? `已导出最新的 ${rows} 条,更早的请缩小期间再导` : `已导出 ${rows} 条:${file.name}`,
    })
  })
  const { problem = null } = page.data as { problem?: Problem | null }
  page.setData({ exporting: '', exportProblem: problem, problem: null })
}

const LAST = 'exported-file'

/** Fetches a file by its address and opens it under its name; the one before is removed from this phone. */
export async function openSheet(page: PageLike, file: { url: string; name: string }): Promise<void> {
  const temporary = await fetched(file.url, (percent) => page.setData({ exporting: `正在下载 ${percent}%` }))
  const before = read<string>(LAST)
  if (before) await dropFile(before)
  const filePath = `${wx.env.USER_DATA_PATH}/${file.name}`
  const files = wx.getFileSystemManager()
  await promised((done) => files.copyFile({ srcPath: temporary, destPath: filePath, ...done }))
  keep(LAST, filePath)
  page.setData({ exporting: '正在打开…' })
  await promised((done) => wx.openDocument({ filePath, fileType: 'xlsx', showMenu: true, ...done }))
}

async function fetched(url: string, told: (percent: number) => void): Promise<string> {
  try {
    const { tempFilePath, statusCode } = await promised<WechatMiniprogram.DownloadFileSuccessCallbackResult>(
      (done) => {
        // the local phone gives no task
        const task = wx.downloadFile({ url, ...done }) as WechatMiniprogram.DownloadTask | undefined
        task?.onProgressUpdate?.(({ progress }) => told(progress))
      },
    )
    if (statusCode === 200) return tempFilePath
  } catch {
    // said below, as any other call without an answer
  }
  throw new UnreachableError(!(await askNetwork()), 'downloadFile')
}
