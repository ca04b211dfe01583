import { z } from 'zod'
import type { Target } from '../target/target.ts'

const catalogue = z.object({
  value: z.array(z.object({ id: z.string(), title: z.string(), example: z.record(z.string(), z.unknown()) })),
  brokenOnPurpose: z.array(z.object({ id: z.string(), issuer: z.string(), what: z.string() })),
})

/** Every outside platform the emulator plays; none for a real tenant, where no outside token can be had. */
export async function readCatalogue({ emulator }: Target): Promise<z.infer<typeof catalogue>> {
  if (emulator === undefined) {
    process.stdout.write('not run: a loop for each outside issuer: a real tenant gives no outside tokens\n')
    return { value: [], brokenOnPurpose: [] }
  }
  const response = await emulator.fetch(`${emulator.browserOrigin}/issuers`)
  return catalogue.parse(await response.json())
}
