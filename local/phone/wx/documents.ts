// wx files of other programs: a message's file is chosen with the browser's chooser, and a document is opened as the
// browser does with what it cannot show: it is downloaded.
import type { Callbacks } from '../runtime/types'
import { keepTemporary, localUrl } from './local-files'
import { endingOf, pick } from './media'
import { reply } from './reply'

interface Choose extends Callbacks<never> {
  count: number
  extension?: string[]
}

async function choose({ count, extension = [] }: Choose): Promise<object> {
  const accept = extension.map((one) => `.${one.replace(/^\./, '')}`).join(',')
  const files = (await pick(accept, count > 1, 'chooseMessageFile')).slice(0, count)
  const tempFiles = files.map((file) => ({
    name: file.name,
    path: keepTemporary(file, endingOf(file)),
    size: file.size,
    time: Math.floor(file.lastModified / 1000),
    type: 'file',
  }))
  return { tempFiles }
}

interface Open extends Callbacks<never> {
  filePath: string
}

async function open({ filePath }: Open): Promise<object> {
  const href = await localUrl(filePath)
  if (!href) throw new Error(`no such file or directory "${filePath}"`)
  const link = Object.assign(document.createElement('a'), { href, download: filePath.split('/').pop() })
  document.body.append(link)
  link.click()
  link.remove()
  return {}
}

export const documents = {
  chooseMessageFile: (options: Choose) => reply('chooseMessageFile', options, () => choose(options)),
  openDocument: (options: Open) => reply('openDocument', options, () => open(options)),
}
