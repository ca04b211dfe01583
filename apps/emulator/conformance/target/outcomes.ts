import { z } from 'zod'
import type { TestEmulator } from '../../src/testing/start-test-emulator.ts'

const requests = z.object({ value: z.array(z.object({ path: z.string(), status: z.number() })) })

/** Statuses of the requests whose path ends like this, oldest first: what the judge really met. */
export async function outcomes({ browserOrigin, fetch }: TestEmulator, ending: string): Promise<number[]> {
  const response = await fetch(`${browserOrigin}/_emulator/requests`)
  return requests
    .parse(await response.json())
    .value.filter(({ path }) => path.toLowerCase().endsWith(ending.toLowerCase()))
    .map(({ status }) => status)
    .toReversed()
}
