// A function with a timer: counts its runs in the database, through the real SDK.
const cloudbase = require('@cloudbase/node-sdk')
exports.main = async (event) => {
  const db = cloudbase.init({ env: process.env.TCB_ENV }).database()
  await db.collection('runs').add({ type: event.Type, at: Date.now() })
}
