// File storage: private files in a folder, read only by an address with a signature and an end.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import type { Clock } from './clock'

export class Files {
  private readonly secret: Buffer
  private origin = ''

  constructor(
    private readonly folder: string,
    private readonly envId: string,
    private readonly clock: Clock,
  ) {
    mkdirSync(folder, { recursive: true })
    const file = join(dirname(folder), 'files.secret')
    if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 })
    this.secret = readFileSync(file)
  }

  /** The server's own address, known once it listens. */
  servedAt(origin: string): void {
    this.origin = origin
  }

  idOf(path: string): string {
    return `cloud://${this.envId}.6c6f-${this.envId}/${path}`
  }

  /** Path of a file id of this environment, null of another's. */
  pathOf(fileId: string): string | null {
    const head = this.idOf('')
    return fileId.startsWith(head) && safe(fileId.slice(head.length)) ? fileId.slice(head.length) : null
  }

  has(path: string): boolean {
    return safe(path) && existsSync(join(this.folder, path))
  }

  /** Writes a file whole or not at all; throws on a path that leaves the folder. */
  put(path: string, content: Buffer): void {
    if (!safe(path)) throw new Error('路径不对')
    const file = join(this.folder, path)
    mkdirSync(dirname(file), { recursive: true })
    const part = `${file}.${randomBytes(6).toString('hex')}.part`
    writeFileSync(part, content)
    renameSync(part, file)
  }

  /** Writes a person's file; false when the path is another's: on CloudBase only its creator writes a file anew. */
  putOf(owner: string, path: string, content: Buffer): boolean {
    if (!safe(path)) throw new Error('路径不对')
    const mark = join(`${this.folder}-owners`, path)
    if (existsSync(mark) && readFileSync(mark, 'utf8') !== owner) return false
    mkdirSync(dirname(mark), { recursive: true })
    writeFileSync(mark, owner)
    this.put(path, content)
    return true
  }

  get(path: string): Buffer | null {
    return this.has(path) ? readFileSync(join(this.folder, path)) : null
  }

  remove(path: string): boolean {
    if (!this.has(path)) return false
    rmSync(join(this.folder, path))
    return true
  }

  uploadUrl(path: string): string {
    return `${this.origin}/files/${encodeURI(path)}?${this.query('PUT', path, this.clock.now() + 900_000)}`
  }

  signedUrl(path: string, forMs: number): string {
    return `${this.origin}/files/${encodeURI(path)}?${this.query('GET', path, this.clock.now() + forMs)}`
  }

  /** Whether an address may be used now. */
  allows(method: string, path: string, until: string, signature: string): boolean {
    if (!(Number(until) > this.clock.now())) return false
    const right = Buffer.from(this.sign(method, path, until))
    const given = Buffer.from(signature)
    return right.length === given.length && timingSafeEqual(right, given)
  }

  private query(method: string, path: string, until: number): string {
    return `t=${until}&sign=${this.sign(method, path, String(until))}`
  }

  private sign(method: string, path: string, until: string): string {
    return createHmac('sha256', this.secret).update(`${method} ${path} ${until}`).digest('hex').slice(0, 32)
  }
}

function safe(path: string): boolean {
  const clean = normalize(path)
  return (
    path !== '' &&
    !path.includes('\0') &&
    !clean.startsWith('..') &&
    !clean.startsWith(sep) &&
    !/(^|[\\/])\.\.([\\/]|$)/.test(path)
  )
}
