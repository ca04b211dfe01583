import type { SignedInBrowser } from './build-test-app.ts'
import { forThisFile } from './for-this-file.ts'
import { startPortalWorld, type PortalWorld } from './portal-world.ts'
import type { Role } from './sign-in-through-emulator.ts'

/** One world for all tests of a file, and the browser of a person in it. Both are there once the tests begin. */
export interface SetUpWorld {
  readonly world: PortalWorld
  readonly person: SignedInBrowser
}

export function setUpWorld(role: Role, environment: Readonly<Record<string, string>>): SetUpWorld {
  const world = forThisFile(() => startPortalWorld({ environment }))
  return { world, person: forThisFile(() => world.portal.signedIn(role)) }
}
