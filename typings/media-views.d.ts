// What pages are shown of photos, films and voices, and where they put one: types only.
export interface MediaView {
  id: string
  kind: 'photo' | 'video' | 'voice'
  slot: string
  /** Short-lived address, null while the upload is still awaited. */
  url: string | null
}

/** Where the phone puts a photo it announced. */
export interface Upload {
  id: string
  path: string
}
