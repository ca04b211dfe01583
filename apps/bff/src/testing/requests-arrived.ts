import * as z from 'zod'
import type { TestEmulator } from './start-emulator.ts'

const Requests = z.looseObject({
  value: z.array(z.looseObject({ number: z.number(), path: z.string(), operation: z.string().nullish() })),
})

/** Operations that the emulator was asked for while `work` ran, sorted; its controls are left out. */
export async function requestsDuring(
  { browserOrigin }: TestEmulator,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const newest = async (query: string) => {
    const answer = await fetch(`${browserOrigin}/_emulator/requests?${query}`)
    return Requests.parse(await answer.json()).value
  }
  const [last] = await newest('limit=1')
  await work()
  const arrived = await newest(`since=${last?.number ?? 0}`)
  return arrived
    .filter(({ path }) => !path.startsWith('/_emulator'))
    .map(({ operation, path }) => operation ?? path)
    .toSorted()
}
