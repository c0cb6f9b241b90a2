// A network on which answers come in waves: what was asked at once is answered at once, however busy the machine is.
// So the longest chain of requests in which each waited for the one before is a number of waves, and no time. Loaded
// into the function's own process before the bundle; plain JavaScript because it is started without a loader.
const { writeFileSync } = require('node:fs')
const http = require('node:http')
const { Readable } = require('node:stream')

/** Turns of the event loop in which whoever got an answer has asked what he asks next. */
const TURNS = 30

const real = http.request
let wave = []
let waves = 0
let turns = 0

http.request = (url, options, callback) => {
  const request = real(url, options)
  const asked = { deliver: null, ofDatabase: false }
  wave.push(asked)
  turns = 0
  const write = request.write
  request.write = (body, ...more) => {
    if (!asked.ofDatabase && String(body).includes('"action":"database.')) {
      asked.ofDatabase = true
      if (wave.filter((one) => one.ofDatabase).length === 1) waves += 1
    }
    return write.call(request, body, ...more)
  }
  request.on('response', async (response) => {
    const { statusCode, statusMessage, headers } = response
    const parts = await response.toArray()
    asked.deliver = () =>
      callback(Object.assign(Readable.from(parts), { statusCode, statusMessage, headers }))
    close()
  })
  request.on('error', () => {
    asked.deliver ??= () => {}
    close()
  })
  return request
}

// A wave is over when all of it is answered and nobody asks any more; then all answers arrive together.
function close() {
  if (wave.some((one) => one.deliver === null)) return
  if (turns++ < TURNS) return void setImmediate(close)
  const over = wave
  wave = []
  turns = 0
  for (const one of over) one.deliver()
}

/** The function of a bundle; the waves of each call are written to a file. */
exports.counted = (main, file) => async (event, context) => {
  waves = 0
  try {
    return await main(event, context)
  } finally {
    writeFileSync(file, String(waves))
  }
}
