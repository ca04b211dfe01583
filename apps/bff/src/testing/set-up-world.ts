import { afterAll, beforeAll } from 'vitest'
import type { SignedInBrowser } from './build-test-app.ts'
import { startPortalWorld, type PortalWorld } from './portal-world.ts'
import type { Role } from './sign-in-through-emulator.ts'

/** One world for all tests of a file, and the browser of a person in it. Both are there once the tests begin. */
export interface SetUpWorld {
  readonly world: PortalWorld
  readonly person: SignedInBrowser
}

export function setUpWorld(role: Role, environment: Readonly<Record<string, string>>): SetUpWorld {
  let started: SetUpWorld | null = null
  const begun = (): SetUpWorld => {
    if (started === null) throw new Error('The tests have not begun')
    return started
  }
  beforeAll(async () => {
    const world = await startPortalWorld({ environment })
    started = { world, person: await world.portal.signedIn(role) }
  }, 60_000)
  afterAll(() => started?.world.close())
  return {
    get world() {
      return begun().world
    },
    get person() {
      return begun().person
    },
  }
}
