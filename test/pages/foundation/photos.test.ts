import { wechat } from './wechat'

const MB = 1024 * 1024
interface Photo {
  /** Bytes as chosen. */
  size: number
  width?: number
  /** Bytes by quality, once pressed. */
  pressed?: (quality: number) => number
}

/** A phone whose album gives these; the compressor makes of each what it says. */
async function taking(photos: Photo[], count = 9, full: number[] = []) {
  jest.resetModules()
  wechat()
  const sizes = new Map<string, number>()
  const of = (path: string): Photo => photos[Number(/\d+/.exec(path)![0])]!
  const phone = (globalThis as unknown as { wx: Record<string, unknown> }).wx
  const files = phone.getFileSystemManager as () => object
  type Ask = { src: string; quality: number; success(found: object): void }
  Object.assign(phone, {
    chooseMedia: ({ success }: { success(found: object): void }) =>
      success({
        tempFiles: photos.map(({ size }, i) => ({ tempFilePath: `tmp/${i}.jpg`, size, duration: 0 })),
      }),
    getImageInfo: ({ src, success }: Ask) => success({ width: of(src).width ?? 800, height: 600 }),
    compressImage: ({ src, quality, success }: Ask) => {
      const { size, pressed = () => size } = of(src)
      const path = `tmp/${/\d+/.exec(src)![0]}-q${quality}.jpg`
      sizes.set(path, pressed(quality))
      success({ tempFilePath: path })
    },
    getFileSystemManager: () => ({
      ...files(),
      getFileInfo: ({ filePath, success }: { filePath: string; success(found: object): void }) =>
        success({ size: sizes.get(filePath) ?? 0 }),
      copyFile: ({
        srcPath,
        success,
        fail,
      }: {
        srcPath: string
        success(): void
        fail(error: object): void
      }) => (full.includes(Number(/\d+/.exec(srcPath)![0])) ? fail({ errMsg: 'no space' }) : success()),
    }),
  })
  const { choosePhotos } = await import('../../../miniprogram/services/media')
  const { media, left } = await choosePhotos(count)
  return { taken: media.length, left }
}

describe('photos are pressed before they are judged', () => {
  it('given one of 16 MB that becomes 1 MB, then it is taken', async () => {
    expect(await taking([{ size: 16 * MB, width: 8000, pressed: () => MB }])).toEqual({ taken: 1, left: [] })
  })

  it('given one that only the lowest quality makes small, then it is taken', async () => {
    const photo = { size: 16 * MB, pressed: (quality: number) => (quality < 30 ? MB : 12 * MB) }
    expect(await taking([photo])).toEqual({ taken: 1, left: [] })
  })

  it('given nine of which one stays too large and one cannot be kept, then the others are taken, those are named', async () => {
    const photos = Array.from({ length: 9 }, (_, i) => ({ size: i === 2 ? 40 * MB : MB }))
    expect(await taking(photos, 9, [6])).toEqual({
      taken: 7,
      left: ['第 3 张照片压缩后仍超过 10 MB，请重拍', '第 7 张照片没有存下，请清理手机存储后重试'],
    })
  })

  it('given more than there is room for, then none is dropped in silence', async () => {
    const photos = Array.from({ length: 4 }, () => ({ size: MB }))
    expect(await taking(photos, 2)).toEqual({
      taken: 2,
      left: ['第 3 张照片没有收下：这里还能放 2 张', '第 4 张照片没有收下：这里还能放 2 张'],
    })
  })

  it('given a single one, then it is called by no number', async () => {
    expect((await taking([{ size: 40 * MB }])).left).toEqual(['照片压缩后仍超过 10 MB，请重拍'])
  })
})
