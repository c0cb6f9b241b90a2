// Collections and transactions.
import { CloudError, ended } from '../errors'
import { text, type Action } from './action'

export const addCollection: Action = (cloud, body) => {
  const name = text(body, 'collectionName')
  if (cloud.db.has(name))
    throw new CloudError(
      'DATABASE_COLLECTION_ALREADY_EXIST',
      '[ResourceUnavailable.ResourceExist] Table exist.',
    )
  cloud.db.create(name)
  return { data: {} }
}

export const startTransaction: Action = (cloud) => ({ transactionId: cloud.transactions.begin().id })

export const commitTransaction: Action = (cloud, body) => {
  const transaction = cloud.transactions.of(body.transactionId)
  if (!transaction) throw ended()
  cloud.transactions.commit(transaction)
  return {}
}

export const abortTransaction: Action = (cloud, body) => {
  const transaction = cloud.transactions.of(body.transactionId)
  if (!transaction) throw ended()
  cloud.transactions.end(transaction)
  return {}
}
