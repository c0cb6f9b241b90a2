// Photos, videos and voice: taken, made small, kept on this phone until they have arrived.
import type { Upload } from '../../typings/contract'
import { said } from '../domain/company/settings'
import { call } from './call'
import { fileDigest, keepFile } from './files'
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

/** Lets the person take or choose photos; [] when cancelled. Throws MediaError. */
export async function choosePhotos(count: number, slot = ''): Promise<LocalMedia[]> {
  const files = await choose({ count, mediaType: ['image'], sizeType: ['compressed'] })
  const terms = newestTerms()
  if (files.some((file) => file.size > terms.photoBytes))
    throw new MediaError(`照片超过 ${said(terms, 'photoBytes')},请重拍或用压缩图`)
  return Promise.all(files.map(async (file) => kept('photo', slot, await smaller(file.tempFilePath))))
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

/** The photo with its longest edge no longer than is set; the photo as it is where that does not work. */
async function smaller(path: string): Promise<string> {
  const edge = newestTerms().photoEdge
  try {
    const { width, height } = await promised<WechatMiniprogram.GetImageInfoSuccessCallbackResult>((done) =>
      wx.getImageInfo({ src: path, ...done }),
    )
    if (Math.max(width, height) <= edge) return path
    const size = width >= height ? { compressedWidth: edge } : { compressedHeight: edge }
    const { tempFilePath } = await promised<WechatMiniprogram.CompressImageSuccessCallbackResult>((done) =>
      wx.compressImage({ src: path, quality: 80, ...size, ...done }),
    )
    return tempFilePath
  } catch {
    return path
  }
}
