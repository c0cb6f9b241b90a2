// The order of the test files: the longest first. On a machine that has not run them before, Jest would begin with
// the largest files and end with one worker in the random stories, alone.
const { default: Sequencer } = require('@jest/test-sequencer')

const longest = [
  'hold/model',
  'story/ux',
  'pages/render',
  'service/cost',
  'domain/model',
  'story/',
  'local/phone',
]

/** Place of a file in the order. */
const place = ({ path }) => {
  const found = longest.findIndex((part) => path.includes(`/test/${part}`))
  return found === -1 ? longest.length : found
}

module.exports = class extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => place(a) - place(b))
  }
}
