// A form that makes one move with its files: checked on the phone, sent once, kept when there is no network.
import type { MoveName } from '../domain/door/inputs'
import { moveErrors } from '../domain/door/inputs'
import { act, showErrors } from './act'
import { doorTime } from './door-time'
import { clearDraft } from './draft'
import { announced, type LocalMedia } from './media'
import { postMove } from './moving'
import type { PageLike } from './page'

export interface FormToSend {
  id: string
  visit: string | null
  move: MoveName
  /** Made once for what the person means. */
  key: string
  /** The offer’s stamp of what stood on the page; empty where the move answers to nothing. */
  read: string
  /** Without its media. */
  input: object
  files: readonly LocalMedia[]
  /** What a person calls it in 待上传. */
  title: string
  draft: string
  /** Said when it has arrived, ≤ 7 Han. */
  said: string
}

/** What to say, sent or kept; null when something is missing or the door said no, which the page then shows. */
export async function sendForm(page: PageLike, form: FormToSend): Promise<string | null> {
  const { id, visit, move, key, read, files, title, draft, said } = form
  const input = { ...form.input, media: announced(files) }
  if (showErrors(page, moveErrors(move, input, doorTime()))) return null
  const posted = await act(page, () => postMove(id, move, visit, { key, input, files, title, read }))
  if (!posted) return null
  clearDraft(draft)
  return posted.state === 'sent' ? said : '已保存,联网后提交'
}
