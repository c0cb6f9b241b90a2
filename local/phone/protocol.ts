// What a phone and the shell around it say to each other (window.postMessage, same origin only).

/** Said by the phone, with from: 'phone'. */
export type FromPhone =
  | {
      type: 'chrome'
      title: string
      /** Title of the page in the left pane of the two-pane view. */
      left: string
      canGoBack: boolean
      /** The only page is not a tab: 「回首页」 is offered. */
      home: boolean
      background: string
      /** With its query. */
      path: string
      stack: string[]
      /** The page may be forwarded. */
      shareable: boolean
    }
  | { type: 'ready' }
  /** A card was forwarded to this group chat. */
  | { type: 'shared'; group: string }
  | { type: 'counters'; nodes: number; setData: number; largest: number }

/** Said by the shell, with from: 'shell'. */
export type FromShell =
  | { type: 'back' }
  | { type: 'home' }
  /** An empty path is the first page of the mini-program. */
  | { type: 'open'; path: string }
  | { type: 'share' }
  /** The two-pane view of PC WeChat. */
  | { type: 'panes'; two: boolean }
  | { type: 'network'; mode: 'online' | 'weak' | 'offline' }
  | { type: 'clock'; offset: number }
  | { type: 'visible'; visible: boolean }
