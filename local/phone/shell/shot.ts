// A picture of both phones: the browser itself gives this tab's pixels, after asking; the phones are cut out of it.

/** Whether this browser can. */
export const canShoot = (): boolean => Boolean(navigator.mediaDevices?.getDisplayMedia)

/** Downloads a PNG of what these elements cover; throws when the person does not allow it. */
export async function shoot(elements: HTMLElement[], name: string): Promise<void> {
  const asked = { video: { displaySurface: 'browser' }, preferCurrentTab: true, audio: false }
  const stream = await navigator.mediaDevices.getDisplayMedia(asked as DisplayMediaStreamOptions)
  try {
    const video = Object.assign(document.createElement('video'), { srcObject: stream, muted: true })
    await video.play()
    await new Promise((drawn) => video.requestVideoFrameCallback(drawn))
    save(cut(video, around(elements)), name)
  } finally {
    for (const track of stream.getTracks()) track.stop()
  }
}

function around(elements: HTMLElement[]): DOMRect {
  const boxes = elements.map((one) => one.getBoundingClientRect()).filter((box) => box.width > 0)
  const left = Math.min(...boxes.map((box) => box.left))
  const top = Math.min(...boxes.map((box) => box.top))
  const right = Math.max(...boxes.map((box) => box.right))
  const bottom = Math.max(...boxes.map((box) => box.bottom))
  return new DOMRect(left, top, right - left, bottom - top)
}

function cut(video: HTMLVideoElement, box: DOMRect): HTMLCanvasElement {
  const scale = video.videoWidth / window.innerWidth
  const canvas = Object.assign(document.createElement('canvas'), {
    width: Math.round(box.width * scale),
    height: Math.round(box.height * scale),
  })
  const { width, height } = canvas
  canvas
    .getContext('2d')!
    .drawImage(video, box.left * scale, box.top * scale, width, height, 0, 0, width, height)
  return canvas
}

function save(canvas: HTMLCanvasElement, name: string): void {
  const link = document.createElement('a')
  link.download = name
  link.href = canvas.toDataURL('image/png')
  link.click()
}
