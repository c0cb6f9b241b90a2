// Many random stories on the domain alone: every person does what is offered, what is not, at any time.
import fc from 'fast-check'
import { step } from '../model/choose'
import { play, starts, type Start } from '../model/play'

const begins = Object.keys(starts) as Start[]

describe('any story that people can make of a ticket', () => {
  it('given 3,000 random stories, then the rules hold after every step of each', () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 8, maxLength: 25 }),
        fc.constantFrom(...begins),
        (steps, start) => {
          play(steps, start)
        },
      ),
      {
        numRuns: Number(process.env.RUNS ?? 3000),
        ...(process.env.SEED ? { seed: Number(process.env.SEED) } : {}),
      },
    )
  })
})
