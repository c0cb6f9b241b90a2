// Reading documents: get, count, aggregate.
import { Aggregator, Query } from 'mingo'
import { badRequest } from '../errors'
import { parse, stringify, type Doc } from '../ejson'
import { count, find } from '../find'
import { mingoOptions } from '../mingo-options'
import { queryOf, text, type Action } from './action'

const usual = 100
const most = 1000

export const getDocument: Action = (cloud, body) => {
  const collection = cloud.db.collection(text(body, 'collectionName'))
  const transaction = cloud.transactions.of(body.transactionId)
  const limit = body.queryType === 'DOC' ? 1 : Math.min(Number(body.limit) || usual, most)
  const offset = Number(body.offset) || 0
  const order = body.order ? (parse(text(body, 'order')) as Record<string, number>) : {}
  const found = find(cloud.db, collection, queryOf(cloud, body), { order, offset, limit, transaction })
  const docs = found.map((one) => one.doc)
  const list = projected(docs, body.projection ? parse(text(body, 'projection')) : {}).map(stringify)
  return { data: { list, offset, limit } }
}

function projected(docs: Doc[], projection: Doc): Doc[] {
  if (Object.keys(projection).length === 0) return docs
  return new Query({}, mingoOptions).find<Doc>(docs, projection as never).all()
}

export const calculateDocument: Action = (cloud, body) => {
  const collection = cloud.db.collection(text(body, 'collectionName'))
  return { data: { total: count(cloud.db, collection, queryOf(cloud, body)) } }
}

export const aggregateDocuments: Action = (cloud, body) => {
  const collection = cloud.db.collection(text(body, 'collectionName'))
  const stages = (body.stages as { stageKey: string; stageValue: string }[]).map(
    ({ stageKey, stageValue }) => ({
      [stageKey]: parse(stageValue, cloud.clock.now()),
    }),
  )
  const first = stages[0]?.$match as Doc | undefined
  const docs = find(cloud.db, collection, first ?? {}).map((one) => one.doc)
  try {
    const run = new Aggregator(first ? stages.slice(1) : stages, mingoOptions).run<Doc>(docs)
    return { data: { list: run.map(stringify) } }
  } catch (error) {
    throw badRequest(error instanceof Error ? error.message : String(error))
  }
}
