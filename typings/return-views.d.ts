// What 定期回访 shows; types only.
import type { ReturnCall } from '../miniprogram/domain/returning/parts'

export interface ReturnRow {
  /** The machine's id. */
  id: string
  title: string
  companyName: string
  /** 「11月18日 · 检查振纹 · 马志强」 */
  service: string
  dueAt: number
  /** Its day has come. */
  due: boolean
  missed: number
}

export interface ReturnView extends ReturnRow {
  serial: string
  warranty: string
  contact: { name: string; phone: string }
  stars: number | null
  ticketId: string
  /** Newest first. */
  calls: ReturnCall[]
}
