import type { SignedInBrowser } from './build-test-app.ts'
import type { PortalWorld } from './portal-world.ts'
import { scriptWith, tokenOfPerson } from './script-of-person.ts'
import type { Role } from './sign-in-through-emulator.ts'

export type Door = 'cookie' | 'bearer'

/** The person by that door, with a sign-in of this moment. */
export async function comeBy(
  door: Door,
  { portal, emulator }: Pick<PortalWorld, 'portal' | 'emulator'>,
  role: Role,
): Promise<SignedInBrowser> {
  if (door === 'cookie') return await portal.signedIn(role)
  return scriptWith(portal.app, await tokenOfPerson(emulator, role))
}

/** Every session and every access token so far is over, as if its time had come. */
export async function endSignIns({ portal }: Pick<PortalWorld, 'portal'>): Promise<void> {
  await portal.pool.query('delete from session')
  await portal.pool.query(`update bearer_grant set expires_at = now() - interval '1 second'`)
}
