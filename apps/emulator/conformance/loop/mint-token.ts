import { z } from 'zod'
import type { TestEmulator } from '../../src/testing/start-test-emulator.ts'

const minted = z.object({ token: z.string(), claims: z.record(z.string(), z.unknown()) })

/** A token as the outside platform would issue it, from the platform's own fields. */
export async function mintToken(
  emulator: TestEmulator,
  issuer: string,
  fields: Record<string, unknown>,
): Promise<string> {
  return (await mint(emulator, issuer, fields)).token
}

export async function mint(emulator: TestEmulator, issuer: string, fields: Record<string, unknown>) {
  const response = await emulator.fetch(`${emulator.browserOrigin}/issuers/${issuer}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  })
  const body: unknown = await response.json()
  if (response.status !== 200) {
    throw new Error(`minting for ${issuer} answered ${response.status}: ${JSON.stringify(body)}`)
  }
  return minted.parse(body)
}
