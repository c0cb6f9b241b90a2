interface Done<R> {
  success: (result: R) => void
  fail: (error: { errMsg?: string }) => void
}

/** A callback API of wx as a promise: `promised<R>((done) => wx.api({ …, ...done }))`; rejects with what `fail` got. */
export function promised<R>(run: (done: Done<R>) => void): Promise<R> {
  return new Promise((resolve, reject) => run({ success: resolve, fail: reject }))
}
