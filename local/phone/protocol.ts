// What a phone and the shell around it say to each other (window.postMessage, same origin only).

/** Said by the phone, with from: 'phone'. */
export type FromPhone =
  | {
      type: 'chrome'
      title: string
      canGoBack: boolean
      /** The only page is not a tab: 「回首页」 is offered. */
      home: boolean
      background: string
      path: string
      stack: string[]
    }
  | { type: 'ready' }
  | { type: 'counters'; nodes: number; setData: number; largest: number }

/** Said by the shell, with from: 'shell'. */
export type FromShell =
  | { type: 'back' }
  | { type: 'home' }
  | { type: 'open'; path: string }
  | { type: 'network'; mode: 'online' | 'weak' | 'offline' }
  | { type: 'clock'; offset: number }
  | { type: 'visible'; visible: boolean }
