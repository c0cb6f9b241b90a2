// The files of sentences in the order in which a mutant is shown to them.
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { default: Sequencer } = require('@jest/test-sequencer')

module.exports = class extends Sequencer {
  sort(tests) {
    const { files = [] } = JSON.parse(readFileSync(join(__dirname, 'awake.json'), 'utf8'))
    const place = ({ path }) => files.findIndex((file) => path.endsWith(file))
    return [...tests].sort((a, b) => place(a) - place(b))
  }
}
