// Many random stories through the door: several people at once, lost answers, retries, strangers, the clock.
// How many, and by which seed: test/model/shares.ts.
import fc from 'fast-check'
import { doorSteps, HouseStory, type DoorStep } from '../model/house-story'
import { openHouse, storyKinds, type StoryKind } from '../model/house'
import { plays } from '../model/shares'
import type { World } from '../service/world'

const played = plays('door')

interface Plan {
  /** Steps that the story has already taken when the door sees it, 0: it is submitted there. */
  far: number
  kind: StoryKind
  n: number
  steps: DoorStep[]
}
const plan: fc.Arbitrary<Plan> = fc.record({
  far: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 30 })),
  kind: fc.constantFrom('repair', 'installation', ...storyKinds),
  n: fc.nat(1_000_000),
  steps: fc.array(doorSteps, { minLength: 4, maxLength: 8, size: 'max' }),
})

describe('any story that people make of a ticket at the door', () => {
  let world: World
  beforeAll(async () => {
    world = await openHouse()
  })
  afterAll(() => world.close())

  it(`given ${played.numRuns} random stories, then nothing accepted is lost, nothing happens twice and the rules hold`, async () => {
    let count = 0
    const began = Date.now()
    await fc.assert(
      fc.asyncProperty(plan, async ({ far, kind, n, steps }) => {
        const story = await HouseStory.begin(world, { far, kind, n, run: ++count })
        try {
          for (const step of steps) await story.take(step)
          await story.end()
        } finally {
          await story.clear()
        }
      }),
      played,
    )
    const each = Math.round((Date.now() - began) / count)
    process.stdout.write(`model: ${count} stories, ${each} ms each\n`)
  })
})
