// Shapes that the parts of the runtime share.
import type { Root } from 'glass-easel-miniprogram-adapter'

export type Options = Record<string, unknown>

/** A page as its author sees it: data, methods, life-cycle functions. */
export interface PageInstance {
  data: Record<string, unknown>
  route: string
  options: Options
  setData(data: Record<string, unknown>, done?: () => void): void
  createSelectorQuery(): unknown
  [key: string]: unknown
}

/** A page that is open: on the stack, or kept because it is a tab's. */
export interface OpenPage {
  id: string
  /** As it was opened, without the slash. */
  query: string
  root: Root
  instance: PageInstance
  host: HTMLElement
  scroll: number
  ready: boolean
}

export interface WindowConfig {
  navigationBarTitleText?: string
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: string
  navigationStyle?: string
  enablePullDownRefresh?: boolean
  onReachBottomDistance?: number
  backgroundColor?: string
}

export interface AppConfig {
  pages: string[]
  window?: WindowConfig
  tabBar?: { custom?: boolean; list: { pagePath: string; text: string }[] }
}

/** What the compiler tells of the mini-program. */
export interface Given {
  app: AppConfig
  configs: Record<string, Record<string, unknown> & WindowConfig>
  scopes: Record<string, string>
  pageStyles: Record<string, string>
  tags: string[]
  absentTags: string[]
}

/** An API's usual options. */
export interface Callbacks<R = unknown> {
  success?: (result: R) => void
  fail?: (error: { errMsg: string }) => void
  complete?: (result: unknown) => void
}
