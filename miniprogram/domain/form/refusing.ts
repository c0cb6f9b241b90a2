// Why a value is refused, in Chinese, where a schema says nothing of its own: the library's words are English.
import * as v from 'valibot'

type Issue = Pick<v.BaseIssue<unknown>, 'type' | 'kind' | 'expected' | 'received' | 'requirement' | 'input'>

/** Kinds of value by the schema's type. */
const kinds: Readonly<Record<string, string>> = {
  string: '应为文字',
  number: '应为数字',
  boolean: '应为是或否',
  date: '应为时间',
  array: '应为列表',
}
const CHOICES = ['picklist', 'literal', 'variant', 'union', 'enum']

/** Words for an issue of a value that is called by this title. */
export function refusing(issue: Issue, title: string): string {
  const name = title || '这一项'
  if (issue.expected === 'never') return '有这里不认识的内容'
  if (issue.received === 'undefined') return title ? `请填写${title}` : '缺少必填的内容'
  return issue.kind === 'validation' ? limitWords(issue, name) : kindWords(issue, name)
}

function kindWords({ type }: Issue, name: string): string {
  if (CHOICES.includes(type)) return `${name}不在可选的范围内`
  return `${name}${kinds[type] ?? '的格式不对'}`
}

function limitWords({ type, requirement, input }: Issue, name: string): string {
  const limit = typeof requirement === 'number' ? requirement : null
  const unit = typeof input === 'string' ? '字' : '项'
  if (limit === null) return `${name}不对`
  if (/^max_(length|entries|items|size)$/.test(type)) return `${name}最多 ${limit} ${unit}`
  if (/^min_(length|entries|items|size)$/.test(type)) return `${name}至少 ${limit} ${unit}`
  if (type === 'min_value') return `${name}不能小于 ${limit}`
  return type === 'max_value' ? `${name}不能大于 ${limit}` : `${name}不对`
}

/** What a schema calls the value at a path; '' when nothing there has a name. */
export function titleAt(schema: v.GenericSchema, path: readonly unknown[]): string {
  let found = ''
  let here: v.GenericSchema[] = [schema]
  for (const key of path) {
    here = here.flatMap((one) => within(one, String(key)))
    found = here.map((one) => v.getTitle(one)).find(Boolean) ?? found
  }
  return found || (here.map((one) => v.getTitle(one)).find(Boolean) ?? '')
}

type Holder = v.GenericSchema & {
  wrapped?: v.GenericSchema
  entries?: Readonly<Record<string, v.GenericSchema>>
  item?: v.GenericSchema
  value?: v.GenericSchema
  options?: readonly v.GenericSchema[]
}

function within(schema: v.GenericSchema, key: string): v.GenericSchema[] {
  const { wrapped, entries, item, value, options }: Holder = schema
  if (wrapped) return within(wrapped, key)
  if (entries) return Object.hasOwn(entries, key) ? [entries[key]!] : []
  const inside = item ?? (value && typeof value === 'object' ? value : undefined)
  if (inside) return [inside]
  return Array.isArray(options)
    ? options.filter((one) => one.kind === 'schema').flatMap((one) => within(one, key))
    : []
}
