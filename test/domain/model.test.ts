// Many random stories on the domain alone: every person does what is offered, what is not, at any time.
import fc from 'fast-check'
import { step } from '../model/choose'
import { play, starts, type Start } from '../model/play'

const begins = Object.keys(starts) as Start[]

const { RUNS = '3000', SEED = '2026', PATH_OF_RUN } = process.env
const replay = { seed: Number(SEED), ...(PATH_OF_RUN ? { path: PATH_OF_RUN } : {}) }

describe('any story that people can make of a ticket', () => {
  it(`given ${RUNS} random stories, then the rules hold after every step of each`, () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 8, maxLength: 25 }),
        fc.constantFrom(...begins),
        (steps, start) => {
          play(steps, start)
        },
      ),
      { numRuns: Number(RUNS), ...replay },
    )
  })
})
