// What CloudBase answers when it refuses: the code is the SDK's `code`.
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

export const notExist = (name: string) =>
  new CloudError('DATABASE_COLLECTION_NOT_EXIST', `[ResourceNotFound] Db or Table not exist: ${name}.`)
export const badRequest = (message: string) => new CloudError('DATABASE_REQUEST_FAILED', message)
export const duplicate = () => new CloudError('DATABASE_DUPLICATE_WRITE', 'E11000 duplicate key error')
export const conflict = () =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.',
  )
export const ended = () =>
  new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server.',
  )
/** Something CloudBase has and this place has not yet: fails with its own name. */
export const absent = (what: string) => new CloudError('LOCAL_NOT_SUPPORTED', `本地云还没有 ${what}`)
