// wx media: the browser's file chooser is the camera; pictures are made small on a canvas.
import type { Callbacks } from '../runtime/types'
import { keepTemporary, localUrl, readLocal } from './local-files'
import { reply } from './reply'

interface Choose extends Callbacks<never> {
  count?: number
  mediaType?: string[]
}

/** The browser's file chooser; fails as the API does when it is cancelled. */
export function pick(accept: string, multiple: boolean, api = 'chooseMedia'): Promise<File[]> {
  const input = Object.assign(document.createElement('input'), {
    type: 'file',
    accept,
    multiple,
    className: 'wx-file',
  })
  document.body.append(input)
  return new Promise((done, fail) => {
    input.onchange = () => {
      input.remove()
      done([...(input.files ?? [])])
    }
    input.oncancel = () => {
      input.remove()
      fail({ errMsg: `${api}:fail cancel` })
    }
    input.click()
  })
}

export const endingOf = (file: File): string => /\.\w+$/.exec(file.name)?.[0] ?? ''

async function chooseMedia({ count = 9, mediaType = ['image', 'video'] }: Choose): Promise<object> {
  const accept = mediaType.flatMap((type) =>
    type === 'video' ? ['video/*'] : type === 'image' || type === 'mix' ? ['image/*'] : [],
  )
  const files = (await pick(accept.join(','), count > 1)).slice(0, count)
  const tempFiles = files.map((file) => ({
    tempFilePath: keepTemporary(file, endingOf(file)),
    size: file.size,
    fileType: file.type.startsWith('video') ? 'video' : 'image',
    duration: 0,
    height: 0,
    width: 0,
    thumbTempFilePath: '',
  }))
  return { tempFiles, type: tempFiles[0]?.fileType ?? 'image' }
}

async function imageOf(path: string): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = await localUrl(path)
  await image.decode()
  return image
}

interface Compress extends Callbacks<never> {
  src: string
  quality?: number
  compressedWidth?: number
  compressedHeight?: number
}

async function compress({ src, quality = 80, compressedWidth, compressedHeight }: Compress): Promise<object> {
  const image = await imageOf(src)
  const scale = compressedWidth
    ? compressedWidth / image.naturalWidth
    : compressedHeight
      ? compressedHeight / image.naturalHeight
      : 1
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.naturalWidth * scale)
  canvas.height = Math.round(image.naturalHeight * scale)
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality / 100))
  if (!blob) throw new Error('can not compress')
  return { tempFilePath: keepTemporary(blob, '.jpg') }
}

interface ToFile extends Callbacks<never> {
  canvas: { toBlob: HTMLCanvasElement['toBlob'] }
  fileType?: string
  quality?: number
}

async function canvasToFile({ canvas, fileType = 'png', quality = 1 }: ToFile): Promise<object> {
  const blob = await new Promise<Blob | null>((done) =>
    canvas.toBlob(done, `image/${fileType === 'jpg' ? 'jpeg' : 'png'}`, quality),
  )
  if (!blob) throw new Error('empty canvas')
  return { tempFilePath: keepTemporary(blob, `.${fileType}`) }
}

export const media = {
  chooseMedia: (options: Choose) => reply('chooseMedia', options, () => chooseMedia(options)),
  getImageInfo: (options: Callbacks<never> & { src: string }) =>
    reply('getImageInfo', options, async () => {
      const { naturalWidth: width, naturalHeight: height } = await imageOf(options.src)
      return { width, height, path: options.src, orientation: 'up', type: 'jpeg' }
    }),
  compressImage: (options: Compress) => reply('compressImage', options, () => compress(options)),
  canvasToTempFilePath: (options: ToFile) =>
    reply('canvasToTempFilePath', options, () => canvasToFile(options)),
  createInnerAudioContext: audio,
}

/** Plays a voice note. */
function audio() {
  const player = new Audio()
  return {
    set src(path: string) {
      void localUrl(path).then((url) => (player.src = url))
    },
    get src() {
      return player.src
    },
    play: () => void player.play().catch(() => {}),
    pause: () => player.pause(),
    stop: () => {
      player.pause()
      player.currentTime = 0
    },
    destroy: () => player.pause(),
    onPlay: (heard: () => void) => player.addEventListener('play', heard),
    onEnded: (heard: () => void) => player.addEventListener('ended', heard),
    onStop: (heard: () => void) => player.addEventListener('pause', heard),
    onError: (heard: () => void) => player.addEventListener('error', heard),
  }
}

export { readLocal }
