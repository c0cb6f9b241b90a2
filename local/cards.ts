// What stands in a chat, as the cloud keeps it and the preview page shows it.

/** A card in a person's 服务通知; not delivered: `reason` is WeChat's error code. */
export interface ChatCard {
  id: string
  at: number
  templateId: string
  title: string
  fields: { label: string; value: string }[]
  page: string
  delivered: boolean
  reason?: string
}

/** A card forwarded to a group chat: who forwarded it, its words and the page it opens. */
export interface SharedCard {
  id: string
  at: number
  from: string
  title: string
  path: string
}
