// One function instance: its own process, one request at a time, the environment CloudBase gives it and the
// local clock instead of the machine's. Plain JavaScript because it is started without a loader.
const RealDate = Date
let offset = 0
class LocalDate extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + offset)
    else super(...given)
  }
  static now() {
    return RealDate.now() + offset
  }
}
globalThis.Date = LocalDate

let main = null
process.on('message', async ({ id, event, context, clock }) => {
  offset = clock
  try {
    main ??= require(process.env.LOCAL_FUNCTION_FILE).main
    process.send({ id, begun: true })
    const result = await main(event, context)
    process.send({ id, ok: true, result: result === undefined ? null : result })
  } catch (error) {
    process.send({ id, ok: false, message: error && error.stack ? String(error.stack) : String(error) })
  }
})
process.on('disconnect', () => process.exit(0))
