// Every action of the SDK's protocol that is here; another one is another line. A name that is missing fails by its name.
import type { Action } from './action'
import { abortTransaction, addCollection, commitTransaction, startTransaction } from './database-admin'
import { aggregateDocuments, calculateDocument, getDocument } from './database-read'
import { insertDocument, modifyAndReturnDoc, modifyDocument, removeDocument } from './database-write'
import { batchDeleteFile, batchGetDownloadUrl, getUploadMetadata } from './storage'
import { invokeFunction } from './invoke-function'
import { wxApi } from './wx-api'

export const actions: Readonly<Record<string, Action>> = {
  'database.addCollection': addCollection,
  'database.insertDocument': insertDocument,
  'database.getDocument': getDocument,
  'database.calculateDocument': calculateDocument,
  'database.aggregateDocuments': aggregateDocuments,
  'database.modifyDocument': modifyDocument,
  'database.modifyAndReturnDoc': modifyAndReturnDoc,
  'database.removeDocument': removeDocument,
  'database.startTransaction': startTransaction,
  'database.commitTransaction': commitTransaction,
  'database.abortTransaction': abortTransaction,
  'storage.getUploadMetadata': getUploadMetadata,
  'storage.batchGetDownloadUrl': batchGetDownloadUrl,
  'storage.batchDeleteFile': batchDeleteFile,
  'functions.invokeFunction': invokeFunction,
  'wx.api': wxApi,
}
