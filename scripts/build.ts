// Everything made from the sources: miniprogram/miniprogram_npm and dist/cloudfunctions. What is up to date stays.
import { buildFunctions } from './build/functions'
import { buildDayjs, buildPhones } from './build/libraries'
import { buildTdesign } from './build/tdesign'
import { buildValibot } from './build/valibot'

/** Builds what is stale and says it line by line; throws in plain words when a part or its gate fails. */
export async function buildAll(say: (line: string) => void = console.log): Promise<void> {
  for (const part of [buildTdesign, buildValibot, buildDayjs, buildPhones, buildFunctions]) say(await part())
}

async function main(): Promise<void> {
  try {
    await buildAll()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

if (require.main === module) void main()
