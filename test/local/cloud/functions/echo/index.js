// A function for the tests: answers, crashes, waits for a file or tells what it knows of its caller.
const { existsSync, watch } = require('node:fs')
const { dirname } = require('node:path')

const there = (file) =>
  new Promise((done) => {
    const look = () => {
      if (!existsSync(file)) return
      watching.close()
      done()
    }
    const watching = watch(dirname(file), look)
    look()
  })

exports.main = async (event, context) => {
  if (event.crash) process.exit(1)
  if (event.throw) throw new Error('thrown on purpose')
  if (event.until) await there(event.until)
  const environment = JSON.parse(context.environment)
  return {
    pid: process.pid,
    now: Date.now(),
    openid: environment.WX_OPENID ?? null,
    inEnv: Object.keys(process.env).filter((key) => key.includes('OPENID')),
  }
}
