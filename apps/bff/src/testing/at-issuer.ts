import * as z from 'zod'
import type { TestEmulator } from './start-emulator.ts'

/** A request to an outside issuer of the emulator: `cluster/token`, `cluster/keys/rotate`. */
export function atIssuer({ browserOrigin }: TestEmulator, path: string, body: object): Promise<Response> {
  return fetch(`${browserOrigin}/issuers/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

/** A token as the platform would issue it, from its own fields. */
export async function mintAt(emulator: TestEmulator, issuer: string, fields: object): Promise<string> {
  const answer = await atIssuer(emulator, `${issuer}/token`, fields)
  return z.object({ token: z.string() }).parse(await answer.json()).token
}
