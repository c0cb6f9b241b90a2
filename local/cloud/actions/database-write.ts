// Writing documents: insert, update, set, update-and-return, remove.
import { randomBytes } from 'node:crypto'
import { update } from 'mingo'
import { keyOf } from '../database'
import { badRequest, duplicate } from '../errors'
import { parse, stringify, type Doc } from '../ejson'
import { find } from '../find'
import { mingoOptions } from '../mingo-options'
import type { CloudParts } from '../parts'
import { dataOf, queryOf, text, type Action, type Body } from './action'

export const insertDocument: Action = (cloud, body) => {
  const { collection, transaction } = scope(cloud, body)
  const docs = (body.data as string[]).map((one) => withId(parse(one, cloud.clock.now())))
  for (const doc of docs) {
    plainOnly(doc)
    if (transaction && find(cloud.db, collection, { _id: doc._id }, { transaction }).length > 0)
      throw duplicate()
  }
  cloud.transactions.write(
    docs.map((doc) => ({ collection, key: keyOf(doc._id), doc, fresh: true })),
    transaction,
  )
  return { data: { insertedIds: docs.map((doc) => doc._id) } }
}

export const modifyDocument: Action = (cloud, body) => {
  const { collection, transaction } = scope(cloud, body)
  const query = queryOf(cloud, body)
  const data = dataOf(cloud, body)
  const found = find(cloud.db, collection, query, { limit: body.multi ? Infinity : 1, transaction })
  if (found.length === 0 && body.upsert) {
    plainOnly(data)
    const doc = withId({ _id: query._id, ...data })
    cloud.transactions.write([{ collection, key: keyOf(doc._id), doc }], transaction)
    return { data: { updated: 0, upsert_id: doc._id } }
  }
  const changes = found.map(({ key, doc }) => {
    const next = body.merge === false ? replaced(doc, data) : changed(doc, data)
    return { collection, key, doc: next }
  })
  cloud.transactions.write(changes, transaction)
  return { data: { updated: found.length } }
}

export const modifyAndReturnDoc: Action = (cloud, body) => {
  const { collection, transaction } = scope(cloud, body)
  const data = dataOf(cloud, body)
  const [found] = find(cloud.db, collection, queryOf(cloud, body), { limit: 1, transaction })
  if (!found) return { data: { updated: 0, doc: null } }
  const doc = changed(found.doc, data)
  cloud.transactions.write([{ collection, key: found.key, doc }], transaction)
  return { data: { updated: 1, doc: stringify(doc) } }
}

export const removeDocument: Action = (cloud, body) => {
  const { collection, transaction } = scope(cloud, body)
  const found = find(cloud.db, collection, queryOf(cloud, body), {
    limit: body.multi ? Infinity : 1,
    transaction,
  })
  cloud.transactions.write(
    found.map(({ key }) => ({ collection, key, doc: null })),
    transaction,
  )
  return { data: { deleted: found.length } }
}

function scope(cloud: CloudParts, body: Body) {
  return {
    collection: cloud.db.collection(text(body, 'collectionName')),
    transaction: cloud.transactions.of(body.transactionId),
  }
}

const withId = (doc: Doc): Doc =>
  doc._id === undefined || doc._id === '' ? { ...doc, _id: randomBytes(16).toString('hex') } : doc

function plainOnly(doc: Doc): void {
  const field = Object.keys(doc).find((key) => key.startsWith('$'))
  if (field) throw badRequest(`[FailedOperation.Insert] field name "${field}" must not start with $`)
}

function replaced(doc: Doc, data: Doc): Doc {
  plainOnly(data)
  return { ...data, _id: doc._id }
}

function changed(doc: Doc, data: Doc): Doc {
  const next = parse(stringify(doc))
  if (!Object.keys(data).some((key) => key.startsWith('$'))) return { ...next, ...data, _id: doc._id }
  try {
    update(next, data as never, [], {}, { cloneMode: 'deep', queryOptions: mingoOptions })
  } catch (error) {
    throw badRequest(error instanceof Error ? error.message : String(error))
  }
  return { ...next, _id: doc._id }
}
