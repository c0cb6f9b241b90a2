// The components by which something is filled in: a sheet for a move, photos and voice, a signature.
import type { Offered } from '../../../miniprogram/domain/door/lifecycle'
import { draw, phoneOf, settle, tap, wordsOf, type Rendered } from '../render/open'

let phone: ReturnType<typeof phoneOf>
beforeEach(() => {
  jest.resetModules()
  phone = phoneOf()
})

function heard(made: Rendered, event: string): unknown[] {
  const said: unknown[] = []
  made.addEventListener(event, ({ detail }) => said.push(detail))
  return said
}
const wx = () => (globalThis as unknown as { wx: Record<string, unknown> }).wx

describe('move-sheet', () => {
  const move: Offered = {
    move: 'decline',
    visit: null,
    label: '不予受理',
    primary: false,
    article: '18.1',
    blocked: null,
  }
  const sheet = (more: object = {}) =>
    draw('components/move-sheet/index', {
      move,
      visible: true,
      phrases: { reason: ['非本公司产品'] },
      ...more,
    })
  const typed = (value: string) => ({ detail: { value }, currentTarget: { dataset: { path: 'reason' } } })

  it('given a move, then its name, its field and its article are shown', () => {
    expect(wordsOf(sheet())).toMatch(/不予受理.*不予受理的原因.*依据 第十八条第1项/)
  })
  it('given nothing written, when it is sent, then the field says what is missing and nothing goes', async () => {
    const made = sheet()
    const said = heard(made, 'submit')
    await tap(made, '.btn-primary')
    expect(said).toEqual([])
    expect(made.data.errors).toHaveProperty('reason')
  })
  it('given a ready phrase and own words, when it is sent, then the move goes with both', async () => {
    const made = sheet()
    const said = heard(made, 'submit')
    await tap(made, '.phrase')
    made.instance.typed!(typed('非本公司产品;已告知客户'))
    await tap(made, '.btn-primary')
    expect(said).toEqual([{ move, input: { reason: '非本公司产品;已告知客户' } }])
  })
  it('given a refusal of the door, then it stands in the sheet', () => {
    expect(wordsOf(sheet({ words: '工单刚被他人更新' }))).toContain('工单刚被他人更新')
  })
  it('given it is under way, when it is sent again, then nothing goes twice', async () => {
    const made = sheet({ loading: true })
    const said = heard(made, 'submit')
    made.instance.typed!(typed('非本公司产品'))
    await tap(made, '.btn-primary')
    expect(said).toEqual([])
  })
  it('when it is closed, then it says so', async () => {
    const made = sheet()
    const said = heard(made, 'close')
    await tap(made, '.close')
    expect(said).toHaveLength(1)
  })
})

describe('media-picker', () => {
  const photo = { id: 'm1', kind: 'photo', slot: '报警画面', localPath: 'wxfile://usr/m1.jpg' }

  function camera(files: { size: number }[]): void {
    const answer = files.map((file, i) => ({ tempFilePath: `tmp/${i}.jpg`, ...file, duration: 0 }))
    Object.assign(wx(), {
      chooseMedia: ({ success }: { success(found: object): void }) => success({ tempFiles: answer }),
      getImageInfo: ({ success }: { success(found: object): void }) => success({ width: 800, height: 600 }),
      compressImage: ({ src, success }: { src: string; success(found: object): void }) =>
        success({ tempFilePath: src }),
      getFileSystemManager: () => ({
        copyFile: ({ destPath, success }: { destPath: string; success(done: object): void }) => {
          phone.files.add(destPath)
          success({})
        },
        unlink: ({ filePath, success }: { filePath: string; success(done: object): void }) => {
          phone.files.delete(filePath)
          success({})
        },
      }),
    })
  }

  it('given a wanted photo, when it is taken, then it is kept under a lasting name and said with its slot', async () => {
    camera([{ size: 1000 }])
    const made = draw('components/media-picker/index', { slots: ['报警画面', '故障部位'] })
    const said = heard(made, 'change')
    await tap(made, '.add')
    await settle()
    expect(said).toEqual([{ value: [expect.objectContaining({ kind: 'photo', slot: '报警画面' })] }])
    expect([...phone.files]).toHaveLength(1)
  })
  it('given a photo that is there, then its place is filled and the other still wanted', () => {
    const made = draw('components/media-picker/index', { slots: ['报警画面', '故障部位'], value: [photo] })
    expect(made.querySelectorAll('.add').map((one) => one.dom.textContent)).toEqual(['故障部位'])
  })
  it('given a photo that stays above 10 MB however it is pressed, then it says so in place and takes nothing', async () => {
    camera([{ size: 11 * 1024 * 1024 }])
    const made = draw('components/media-picker/index', {})
    const said = heard(made, 'change')
    await tap(made, '.source')
    await settle()
    expect(said).toEqual([])
    expect(wordsOf(made)).toContain('照片压缩后仍超过 10 MB，请重拍')
  })
  it('given a photo, when it is removed, then it is gone from the list and from the phone', async () => {
    camera([])
    phone.files.add(photo.localPath)
    const made = draw('components/media-picker/index', { value: [photo] })
    const said = heard(made, 'change')
    await tap(made, '.remove')
    await settle()
    expect(said).toEqual([{ value: [] }])
    expect([...phone.files]).toEqual([])
  })
  it('given as many as may be, then no source is offered', () => {
    const made = draw('components/media-picker/index', { value: [photo], max: 1 })
    expect(made.querySelectorAll('.source')).toHaveLength(0)
  })
  it('given only photos are asked for, then neither film nor voice is offered', () => {
    expect(wordsOf(draw('components/media-picker/index', { kinds: ['photo'] }))).not.toMatch(/录像|说一段/)
  })
})

describe('signature-pad', () => {
  const pen = { scale() {}, clearRect() {}, beginPath() {}, moveTo() {}, lineTo() {}, stroke() {} }
  /** The pad's canvas, 300 × 150 on the screen; a document draws nothing itself. */
  function pad(value = ''): Rendered {
    const made = draw('components/signature-pad/index', { value })
    made.instance.createSelectorQuery = () => ({
      select: () => ({
        fields: () => ({
          exec: (told: (found: object[]) => void) =>
            told([{ node: { getContext: () => pen }, width: 300, height: 150, left: 10, top: 20 }]),
        }),
      }),
    })
    return made
  }
  const touch = (clientX: number, clientY: number) => ({ touches: [{ clientX, clientY }] })

  it('given nothing written, then it asks for it', () => {
    expect(wordsOf(pad())).toContain('请在这里手写签名')
  })
  it('when a stroke is drawn, then it is said in the box of the receipt', () => {
    const made = pad()
    const said = heard(made, 'change')
    made.instance.begin!(touch(10, 20))
    made.instance.draw!(touch(160, 95))
    made.instance.end!({})
    expect(said).toEqual([{ signature: '0,0 300,150' }])
    expect(wordsOf(made)).not.toContain('请在这里手写签名')
  })
  it('when it is cleared, then nothing of it is left', async () => {
    const made = pad('0,0 300,150')
    const said = heard(made, 'change')
    await tap(made, '.clear')
    expect(said).toEqual([{ signature: '' }])
    expect(wordsOf(made)).toContain('请在这里手写签名')
  })
})
