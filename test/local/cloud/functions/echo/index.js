// A function for the tests: answers, crashes, hangs or tells what it knows of its caller.
exports.main = async (event, context) => {
  if (event.crash) process.exit(1)
  if (event.throw) throw new Error('thrown on purpose')
  if (event.spin) for (;;);
  if (event.hang) await new Promise(() => {})
  const environment = JSON.parse(context.environment)
  return {
    pid: process.pid,
    now: Date.now(),
    openid: environment.WX_OPENID ?? null,
    inEnv: Object.keys(process.env).filter((key) => key.includes('OPENID')),
  }
}
