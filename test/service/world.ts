// The whole back end for sentences: the bundled functions behind the local cloud, played by the demo's people.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pidOf } from '../../cloudfunctions/store/ids'
import { options } from '../../demo/local'
import type { ChatCard } from '../../local/cards'
import type { LocalOptions } from '../../local/options'
import { startLocal, type LocalServer } from '../../local/server'
import { readFor } from '../model/reading'
import patience from '../patience.json'
import type { ActionName, Inputs, MoveName } from '../../miniprogram/domain/door/inputs'
import type { Refusal } from '../../miniprogram/domain/engine/refusals'
import type { Answer, Outputs, TicketView } from '../../typings/contract'

export const at = (text: string): number => Date.parse(`2026-${text}:00+08:00`)
export { pidOf }

let keys = 0
export const newKey = (): string => `test-key-${process.pid}-${++keys}`

export class World {
  private constructor(
    readonly server: LocalServer,
    readonly folder: string,
  ) {}

  static async open(more: Partial<LocalOptions> = {}): Promise<World> {
    const folder = mkdtempSync(join(tmpdir(), 'jifu-'))
    const server = await startLocal({
      ...options({ DATA_DIR: folder, PORT: '0' }),
      watch: false,
      durable: false,
      limit: patience.wait,
      ...more,
    })
    return new World(server, folder)
  }

  async close(): Promise<void> {
    await this.server.close()
    rmSync(this.folder, { recursive: true, force: true })
  }

  private async post(path: string, body: unknown, who: string | null = null): Promise<unknown> {
    const headers: Record<string, string> = who === null ? {} : { 'x-openid': who }
    const response = await fetch(this.server.url + path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers,
    })
    return response.json()
  }

  /** Calls the door with anything at all. */
  async knock(who: string | null, action: unknown, input?: unknown): Promise<Answer<unknown>> {
    const { result } = (await this.post('/call', { name: 'api', data: { action, input } }, who)) as {
      result: Answer<unknown>
    }
    return result
  }

  /** Calls an action that must be answered. */
  async call<A extends ActionName>(who: string, action: A, input: Inputs[A]): Promise<Outputs[A]> {
    const answer = await this.knock(who, action, input)
    if (!answer.ok)
      throw new Error(
        `${who} ${action}: ${answer.refusal.code} ${answer.refusal.words} ${JSON.stringify(answer.refusal.fields ?? {})}`,
      )
    return answer.data as Outputs[A]
  }

  /** Calls an action that must be refused. */
  async refusal(who: string | null, action: string, input: unknown): Promise<Refusal> {
    const answer = await this.knock(who, action, input)
    if (answer.ok) throw new Error(`${action} was answered`)
    return answer.refusal
  }

  async move(
    who: string,
    id: string,
    move: MoveName,
    input: Record<string, unknown>,
    visit: string | null = null,
  ): Promise<TicketView> {
    const read = await this.read(who, id, move, visit)
    const { ticket } = await this.call(who, 'ticket.move', { id, key: newKey(), move, visit, input, read })
    return ticket
  }

  /** The stamp of what this person reads now, where the move answers to something. */
  read(who: string, id: string, move: MoveName, visit: string | null = null): Promise<string> {
    return readFor(async () => (await this.call(who, 'ticket.open', { id })).ticket, move, visit)
  }

  /** A record with the photos that it needs; ids are new each time. */
  async report(who: string, id: string, more: Record<string, unknown> = {}): Promise<TicketView> {
    const photo = (slot: string) => ({ id: newKey(), kind: 'photo', slot })
    return this.move(who, id, 'report', { ...given.report, media: [photo('修前'), photo('修后')], ...more })
  }

  /** From a fresh request of 澄远 to an engineer who may depart. */
  async ready(id: string, engineer = 'zhouhai'): Promise<TicketView> {
    await this.move('shenxiaowen', id, 'verify', given.verify)
    await this.move('liguoqiang', id, 'acceptQuote', {})
    await this.move('fanglixin', id, 'assign', { ...given.assign, engineer: pidOf(engineer) })
    return this.road(id, engineer)
  }

  /** From the assignment to an engineer who may depart. */
  async road(id: string, engineer = 'zhouhai'): Promise<TicketView> {
    await this.move(engineer, id, 'askTrip', given.askTrip)
    await this.move('fanglixin', id, 'approveTrip', { note: '' })
    return this.move(engineer, id, 'prepare', given.prepare)
  }

  /** Brings bytes to a path, as wx.cloud.uploadFile does; the file's id. */
  async upload(who: string, path: string, bytes: string | Buffer): Promise<string> {
    const response = await fetch(`${this.server.url}/upload?path=${encodeURIComponent(path)}`, {
      method: 'POST',
      body: bytes as string,
      headers: { 'x-openid': who },
    })
    return ((await response.json()) as { fileID: string }).fileID
  }

  /** A document as it lies in the database. */
  async stored<T>(collectionName: string, id: string): Promise<T> {
    const query = JSON.stringify({ _id: id })
    const body = { action: 'database.getDocument', queryType: 'DOC', collectionName, query }
    const { data } = (await this.post('/admin', body)) as { data: { list: string[] } }
    return JSON.parse(data.list[0]!) as T
  }

  /** Every document of a collection, as it lies in the database. */
  async all<T>(collectionName: string): Promise<T[]> {
    const body = {
      action: 'database.getDocument',
      queryType: 'WHERE',
      collectionName,
      query: '{}',
      limit: 1000,
    }
    const { data } = (await this.post('/admin', body)) as { data: { list: string[] } }
    return data.list.map((one) => JSON.parse(one) as T)
  }

  /** Sets the local clock. */
  async clock(now: number): Promise<void> {
    await this.post('/clock', { now })
  }
  async accept(who: string, ...templates: string[]): Promise<void> {
    await this.post('/consents', {
      openid: who,
      results: Object.fromEntries(templates.map((one) => [`local-${one}`, 'accept'])),
    })
    await this.call(who, 'consent.record', {
      results: templates.map((template) => ({ template: template as 'T1', answer: 'accept' as const })),
    })
  }
  async chat(who: string): Promise<Pick<ChatCard, 'title' | 'page' | 'delivered'>[]> {
    return (await (await fetch(`${this.server.url}/chat?openid=${who}`)).json()) as ChatCard[]
  }
  /** Lets the clock function run, as each minute does; as somebody, when he tries it. */
  async tick(who: string | null = null): Promise<unknown> {
    const answer = (await this.post('/call', { name: 'clock', data: { Type: 'timer' } }, who)) as object
    return 'result' in answer ? answer.result : null
  }
  /** The people of a cloud that somebody else has started and will stop. */
  static on(server: LocalServer): World {
    return new World(server, '')
  }
  /** The next call of a person is carried out, and its answer lost. */
  async loseAnswer(who: string): Promise<void> {
    await this.post('/faults', { openid: who, kind: 'lostAnswer' })
  }
}

export const joining = {
  code: 'CY7K3P9X',
  name: '孙小兵',
  post: 'operator',
  phone: '13800000002',
  consent: true,
} as const

/** A repair request of C1's V850. */
export const request = (key = newKey()): Extract<Inputs['ticket.submit'], { kind: 'repair' }> => ({
  kind: 'repair',
  key,
  equipmentId: 'e-qhv850-2403-016',
  symptom: 'alarm',
  description: 'X 轴回零报 2025 号报警',
  production: 'stopped',
  contactName: '孙小兵',
  contactPhone: '13800000002',
  wish: 'asap',
  wishAt: null,
  media: [],
})

/** A complaint of 澄远 about the V850's noise. */
export const complaint = (
  more: Partial<Extract<Inputs['ticket.submit'], { kind: 'complaint' }>> = {},
): Extract<Inputs['ticket.submit'], { kind: 'complaint' }> => ({
  kind: 'complaint',
  key: newKey(),
  safety: false,
  about: 'product',
  ticketId: null,
  personPid: null,
  equipmentId: 'e-qhv850-2403-016',
  topic: 'noise',
  description: '主轴又响了,修过还是这样',
  media: [],
  remedies: ['repair', 'apology'],
  callAt: null,
  contactName: '李国强',
  contactPhone: '13800000001',
  ...more,
})

/** 李国强 asks something that is about no machine. */
export const question = (key = newKey()): Extract<Inputs['ticket.submit'], { kind: 'inquiry' }> => ({
  kind: 'inquiry',
  key,
  equipmentId: '',
  description: '刀具补偿号 H99 怎么批量清零?',
  contactName: '李国强',
  contactPhone: '13800000001',
  media: [],
})

/** 澄远 called about the V850, as the office writes it down. */
export const entry = (): Inputs['ticket.enter'] => ({
  companyId: 'c1',
  ownerPid: pidOf('liguoqiang'),
  source: 'phone',
  letterNo: '',
  requestedAt: at('11-23T09:00'),
  special: '',
  despite: false,
  request: request(),
})

export const invited = {
  key: 'key-of-invitation',
  name: '顾远',
  role: 'engineer',
  title: '外勤',
  staffNo: 'QH-F030',
  base: '苏州',
  skills: ['车床'],
} as const

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
    despite: true,
    task: '修 X 轴回零',
    arriveBy: at('11-24T10:00'),
    finishBy: at('11-24T17:30'),
  },
  askTrip: {
    task: '修 X 轴回零',
    finishBy: at('11-24T17:30'),
    legs: [{ from: '苏州厂', to: '澄远', by: '汽车', departAt: at('11-24T07:50') }],
    costs: [{ name: '交通', amount: 60 }],
  },
  prepare: { done: ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8'], missing: [] },
  depart: { eta: at('11-24T09:40') },
  arrive: { workwear: true, metOwner: true, siteReady: true, lateReason: '' },
  report: {
    fault: 'AX-3-1',
    cause: '编码器电池没电',
    measure: '更换电池,重设参考点',
    parts: [],
    hours: 2,
    result: 'fixed',
    leftover: '',
    next: '',
    ticks: ['t1', 't2', 't3', 't4', 't5', 't6'],
    media: [],
  },
  sign: {
    name: '孙小兵',
    post: '操作员',
    signature: '1,2 3,4',
    running: true,
    cleaned: true,
    oldParts: true,
    note: '',
  },
  rate: { stars: 5, reasons: ['fast'], nps: 9, note: '', callBack: false },
  close: { running: 'well', conduct: 'all', issues: [], price: 'same', wish: '', note: '运行正常' },
}
