// A visit prepared by real calls, and pictures whose bytes can be told apart: what the story of the cellar begins with.
import { deflateSync } from 'node:zlib'
import { pidOf } from '../../cloudfunctions/store/ids'
import type { ActionName, Inputs, MoveName } from '../../miniprogram/domain/door/inputs'
import type { Answer, Outputs, TicketView } from '../../typings/contract'
import { readFor } from '../model/reading'
import { at, type Stage } from './stage'

export const given = {
  verify: {
    charge: 'paid',
    chargeReason: '三包期外',
    note: '电话核实属实',
    how: 'phone',
    estimate: 1200,
    special: '',
    siteByPhone: true,
  },
  assign: {
    engineer: pidOf('zhouhai'),
    companions: [],
    despite: false,
    task: '修 X 轴回零',
    arriveBy: at('11-24T12:00'),
    finishBy: at('11-24T17:30'),
  },
  askTrip: {
    task: '修 X 轴回零',
    finishBy: at('11-24T17:30'),
    legs: [{ from: '苏州厂', to: '澄远', by: '汽车', departAt: at('11-24T07:50') }],
    costs: [{ name: '交通', amount: 60 }],
  },
  prepare: { done: ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8'], missing: [] },
  report: {
    fault: 'AX-3-1',
    cause: '编码器电池没电',
    measure: '等编码器到货',
    parts: [],
    hours: 1,
    result: 'unfixed',
    leftover: '',
    next: '带编码器再来',
    media: [],
  },
  sign: {
    name: '孙小兵',
    post: '操作员',
    signature: '1,2 3,4',
    running: false,
    cleaned: true,
    oldParts: true,
    note: '',
  },
}
const crcs = Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const crc = body.reduce((sum, byte) => crcs[(sum ^ byte) & 255]! ^ (sum >>> 8), 0xffffffff) ^ 0xffffffff
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length)
  ends.writeUInt32BE(crc >>> 0, 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}
/** A picture of 120 × 80 in one colour: its bytes can be told from another's. */
export function picture(name: string, ...colour: number[]) {
  const head = Buffer.from([0, 0, 0, 120, 0, 0, 0, 80, 8, 2, 0, 0, 0])
  const row = Buffer.from([0, ...Array.from({ length: 120 }, () => colour).flat()])
  const pixels = deflateSync(Buffer.concat(Array.from({ length: 80 }, () => row)))
  const sign = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const buffer = Buffer.concat([
    sign,
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
  return { name, mimeType: 'image/png', buffer }
}
let keys = 0
const newKey = () => `offline-key-${++keys}`

/** The door of a stage, for one ticket. */
export class Job {
  id = ''
  constructor(private readonly stage: Stage) {}

  async call<A extends ActionName>(who: string, action: A, input: Inputs[A]): Promise<Outputs[A]> {
    const response = await fetch(`${this.stage.server.url}/call`, {
      method: 'POST',
      headers: { 'x-openid': who },
      body: JSON.stringify({ name: 'api', data: { action, input } }),
    })
    const { result } = (await response.json()) as { result: Answer<Outputs[A]> }
    if (!result.ok) throw new Error(`${who} ${action}: ${JSON.stringify(result.refusal)}`)
    return result.data
  }

  async move(who: string, move: MoveName, input: Record<string, unknown>, visit: string | null = null) {
    const read = await readFor(() => this.open(who), move, visit)
    return this.call(who, 'ticket.move', { id: this.id, key: newKey(), move, visit, input, read })
  }

  async open(who: string): Promise<TicketView> {
    return (await this.call(who, 'ticket.open', { id: this.id })).ticket
  }

  /** Puts bytes where a photo of the ticket lies; gives the file's id. */
  async upload(who: string, path: string, bytes: Buffer): Promise<string> {
    const response = await fetch(`${this.stage.server.url}/upload?path=${path}`, {
      method: 'POST',
      headers: { 'x-openid': who },
      body: new Uint8Array(bytes),
    })
    return ((await response.json()) as { fileID: string }).fileID
  }

  /** From a request with a photo to an engineer who may depart. */
  async prepare(photo: Buffer): Promise<void> {
    const { uploads, id } = await this.call('sunxiaobing', 'ticket.submit', {
      kind: 'repair',
      key: newKey(),
      equipmentId: 'e-qhv850-2403-016',
      symptom: 'alarm',
      description: 'X 轴回零报 2025 号报警',
      production: 'stopped',
      contactName: '孙小兵',
      contactPhone: '13800000002',
      wish: 'asap',
      wishAt: null,
      media: [{ id: 'alarm-screen', kind: 'photo', slot: '报警画面' }],
    })
    this.id = id
    const fileId = await this.upload('sunxiaobing', uploads[0]!.path, photo)
    await this.call('sunxiaobing', 'media.arrived', { id, media: 'alarm-screen', fileId })
    await this.move('shenxiaowen', 'verify', given.verify)
    await this.move('liguoqiang', 'acceptQuote', {})
    await this.move('fanglixin', 'assign', given.assign)
    await this.move('zhouhai', 'askTrip', given.askTrip)
    await this.move('fanglixin', 'approveTrip', { note: '' })
    await this.move('zhouhai', 'prepare', given.prepare)
  }
}
