// Many random stories on the domain alone: every person does what is offered, what is not, at any time.
import fc from 'fast-check'
import { step } from '../model/choose'
import { play } from '../model/play'

describe('any story that people can make of a ticket', () => {
  it('given 3,000 random stories, then the rules hold after every step of each', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 8, maxLength: 25 }), fc.boolean(), (steps, install) => {
        play(steps, install)
      }),
      { numRuns: Number(process.env.RUNS ?? 3000), ...(process.env.SEED ? { seed: Number(process.env.SEED) } : {}) },
    )
  })
})
