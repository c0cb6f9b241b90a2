// Many random stories on the domain alone: every person does what is offered, what is not, at any time.
import fc from 'fast-check'
import { step } from '../model/choose'
import { play, starts, type Start } from '../model/play'
import { plays } from '../model/shares'

const begins = Object.keys(starts) as Start[]

const played = plays('domain')

describe('any story that people can make of a ticket', () => {
  it(`given ${played.numRuns} random stories, then the rules hold after every step of each`, () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 8, maxLength: 25 }),
        fc.constantFrom(...begins),
        (steps, start) => {
          play(steps, start)
        },
      ),
      played,
    )
  })
})
