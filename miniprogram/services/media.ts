// Photos, videos and voice: taken, made small, kept on this phone until they have arrived.
import type { Upload } from '../../typings/contract'
import { said } from '../domain/company/settings'
import { call } from './call'
import { fileDigest, fileSize, keepFile } from './files'
import { newKey } from './key'
import { promised } from './promised'
import { newestTerms } from './terms'

export interface LocalMedia {
  id: string
  kind: 'photo' | 'video' | 'voice'
  slot: string
  localPath: string
  /** SHA-1 of its bytes; '' where this phone cannot compute it. */
  digest?: string
  /** Seconds of a video or voice note. */
  seconds?: number
}

/** Why a file was not taken, in the person's words. */
export class MediaError extends Error {}

/** What was taken, and each that could not be, by its place and why; both [] when cancelled. */
export interface Taken {
  media: LocalMedia[]
  left: string[]
}

/** Lets the person take or choose so many photos. Each is made small before it is judged. Throws MediaError. */
export async function choosePhotos(count: number, slot = ''): Promise<Taken> {
  const files = await choose({ count, mediaType: ['image'], sizeType: ['compressed'] })
  const taken: Taken = { media: [], left: [] }
  // one after the other: nine photos at once are too much for a small phone
  for (const [i, file] of files.entries()) {
    const which = files.length === 1 ? '照片' : `第 ${i + 1} 张照片`
    if (i >= count) taken.left.push(`${which}没有收下：这里还能放 ${count} 张`)
    else await takePhoto(file, slot, which, taken)
  }
  return taken
}

async function takePhoto(file: Chosen, slot: string, which: string, taken: Taken): Promise<void> {
  try {
    const small = await smallPhoto(file)
    if (small === null) taken.left.push(`${which}压缩后仍超过 ${said(newestTerms(), 'photoBytes')}，请重拍`)
    else taken.media.push(await kept('photo', slot, small))
  } catch {
    taken.left.push(`${which}没有存下，请清理手机存储后重试`)
  }
}

/** The path of the photo made small enough; null when that does not work. */
async function smallPhoto(file: Chosen): Promise<string | null> {
  const { photoBytes } = newestTerms()
  let { tempFilePath: path, size } = file
  for (const quality of [80, 50, 20]) {
    const next = await smaller(path, quality, size > photoBytes)
    if (next !== path) [path, size] = [next, (await fileSize(next)) || size]
    if (size <= photoBytes) return path
  }
  return null
}

/** Lets the person film, for as long as is set; [] when cancelled. Throws MediaError. */
export async function chooseVideo(slot = ''): Promise<LocalMedia[]> {
  const terms = newestTerms()
  const { videoBytes, videoSeconds } = terms
  const files = await choose({ count: 1, mediaType: ['video'], maxDuration: videoSeconds })
  // a camera stops a little late
  if (files.some((file) => file.size > videoBytes || file.duration > videoSeconds + 1)) {
    const most = `${said(terms, 'videoSeconds')}/${said(terms, 'videoBytes')}`
    throw new MediaError(`视频超过 ${most},请重拍或裁短`)
  }
  return Promise.all(files.map((file) => kept('video', slot, file.tempFilePath, Math.round(file.duration))))
}

/** Starts recording; throws MediaError when the microphone is not allowed. */
export function startVoice(): Promise<void> {
  const recorder = wx.getRecorderManager()
  return new Promise((resolve, reject) => {
    recorder.onStart(() => resolve())
    recorder.onError(() => reject(new MediaError('没有麦克风权限,无法录音;请到设置里打开')))
    recorder.start({
      duration: newestTerms().voiceSeconds * 1000,
      format: 'aac',
      encodeBitRate: 32000,
      sampleRate: 16000,
    })
  })
}

/** Ends the recording and keeps it. */
export function stopVoice(slot = ''): Promise<LocalMedia> {
  const recorder = wx.getRecorderManager()
  return new Promise((resolve, reject) => {
    recorder.onStop(({ tempFilePath, duration }) => {
      kept('voice', slot, tempFilePath, Math.max(1, Math.round(duration / 1000))).then(resolve, reject)
    })
    recorder.stop()
  })
}

/** Brings one announced file to the cloud and says so; safe to repeat. Throws when either did not work. */
export async function uploadMedia(ticketId: string, upload: Upload, localPath: string): Promise<void> {
  const { fileID } = await wx.cloud.uploadFile({ cloudPath: upload.path, filePath: localPath })
  await call('media.arrived', { id: ticketId, media: upload.id, fileId: fileID })
}

/** As an action's input announces them. */
export const announced = (
  media: readonly LocalMedia[],
): Pick<LocalMedia, 'id' | 'kind' | 'slot' | 'digest'>[] =>
  media.map(({ id, kind, slot, digest }) => ({ id, kind, slot, ...(digest ? { digest } : {}) }))

type Chosen = WechatMiniprogram.MediaFile

async function choose(option: WechatMiniprogram.ChooseMediaOption): Promise<Chosen[]> {
  try {
    const result = await promised<WechatMiniprogram.ChooseMediaSuccessCallbackResult>((done) =>
      wx.chooseMedia({ sourceType: ['camera', 'album'], ...option, ...done }),
    )
    return result.tempFiles
  } catch (error) {
    const message = String((error as { errMsg?: string }).errMsg)
    if (/cancel/.test(message)) return []
    throw new MediaError(
      /auth|permission/.test(message)
        ? '没有相机权限,无法拍照;请到设置里打开,或从相册选'
        : '没有取到照片,请重试',
    )
  }
}

async function kept(
  kind: LocalMedia['kind'],
  slot: string,
  temporary: string,
  seconds?: number,
): Promise<LocalMedia> {
  const id = newKey()
  const localPath = await keepFile(temporary, id)
  // a receipt stands for the bytes: the digest is told before they are
  const media = { id, kind, slot, localPath, digest: await fileDigest(localPath) }
  return seconds === undefined ? media : { ...media, seconds }
}

/**
 * The photo with its longest edge no longer than is set, and of this quality where its bytes are too many; the photo
 * as it is where that does not work.
 */
async function smaller(path: string, quality: number, heavy: boolean): Promise<string> {
  const edge = newestTerms().photoEdge
  try {
    const { width, height } = await promised<WechatMiniprogram.GetImageInfoSuccessCallbackResult>((done) =>
      wx.getImageInfo({ src: path, ...done }),
    )
    const large = Math.max(width, height) > edge
    if (!large && !heavy) return path
    const size = !large ? {} : width >= height ? { compressedWidth: edge } : { compressedHeight: edge }
    const { tempFilePath } = await promised<WechatMiniprogram.CompressImageSuccessCallbackResult>((done) =>
      wx.compressImage({ src: path, quality, ...size, ...done }),
    )
    return tempFilePath
  } catch {
    return path
  }
}
