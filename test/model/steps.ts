// How much work something does, counted by the engine itself: how often each block of the named files was entered.
// Unlike a time it is the same on every machine.
import { Session } from 'node:inspector/promises'

/** Blocks entered while `act` ran, in files whose path matches; nothing in the code under test knows of it. */
export async function stepsOf(files: RegExp, act: () => unknown): Promise<number> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  await session.post('Profiler.takePreciseCoverage')
  act()
  const { result } = await session.post('Profiler.takePreciseCoverage')
  await session.post('Profiler.stopPreciseCoverage')
  session.disconnect()
  return result
    .filter(({ url }) => files.test(url))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    .reduce((sum, { count }) => sum + count, 0)
}
