// Writes a pair of documents in one transaction, through the real SDK, and says so only when it is done.
const cloudbase = require('@cloudbase/node-sdk')
exports.main = async ({ n }) => {
  const db = cloudbase.init({ env: process.env.TCB_ENV }).database()
  await db.runTransaction(async (transaction) => {
    await transaction.collection('things').add({ _id: String(n), state: 'x'.repeat(2000) })
    await transaction.collection('pairs').add({ _id: String(n) })
  })
  return { n }
}
