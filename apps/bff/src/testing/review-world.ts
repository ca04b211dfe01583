import { knownFact } from '@trustwright/federation'
import type { Review } from '@trustwright/shared-schemas'
import { afterAll, beforeAll, expect } from 'vitest'
import type { Directory, Person } from '../directory-port.ts'
import type { StoredParent } from '../domain/inventory-rows.ts'
import { PortalError } from '../errors.ts'
import { buildTestApp, type SignedInBrowser, type TestApp } from './build-test-app.ts'
import { noFindings } from './no-findings.ts'
import { plantInventory, type PlantedIdentity } from './plant-inventory.ts'
import { call } from './portal-world.ts'
import { startTestPostgres } from './test-postgres.ts'
import { reviewsUrl } from './review-steps.ts'
import { syntheticDirectory } from './synthetic-directory.ts'
import type { Role } from './sign-in-through-emulator.ts'

export const personIds: Readonly<Record<Role, string>> = {
  developer: '1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d0001',
  admin: '1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d0002',
  reader: '1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d0003',
}
const userName = (role: Role) => `${role}@contoso.onmicrosoft.com`

/** Null: there is nobody. */
export type People = (key: string) => Person | null | 'not-allowed'

export interface ReviewWorld {
  readonly portal: TestApp
  readonly admin: SignedInBrowser
  /** What the directory tells; at first everybody is there. */
  readonly people: (answer: People) => void
  /** The newest inventory of a person, in the place of the one before. */
  readonly plant: (role: Role, identities: readonly PlantedIdentity[]) => Promise<void>
}

/** A portal over a real database, with inventories that were planted and a directory of three people. */
export function reviewWorld(): () => ReviewWorld {
  let world: ReviewWorld | null = null
  let answer: People = everybody
  let number = 0
  beforeAll(async () => {
    const find: Directory['findPerson'] = async (_caller, key) => {
      const found = answer(key)
      if (found === 'not-allowed') throw new PortalError('FORBIDDEN')
      return found
    }
    const directory = syntheticDirectory({ findPerson: find })
    const portal = await buildTestApp({
      postgres: await startTestPostgres(),
      overrides: { directory, findings: noFindings() },
    })
    world = {
      portal,
      admin: await portal.signedIn('admin'),
      people: (next) => {
        answer = next
      },
      plant: async (role, identities) => {
        number += 1
        const { tenantId } = portal.config
        const at = new Date(portal.clock.now())
        const owner = `person:${personIds[role]}`
        await plantInventory(portal.database, owner, { tenantId, number, at }, identities)
      },
    }
  }, 60_000)
  afterAll(() => world?.portal.close())
  return () => {
    if (world === null) throw new Error('The tests have not begun')
    answer = everybody
    return world
  }
}

export function personOf(role: Role): Person {
  return { objectId: personIds[role], username: userName(role), displayName: role, enabled: true }
}

export const everybody: People = (key) => {
  const role = (['developer', 'admin', 'reader'] as const).find((each) =>
    [personIds[each], userName(each)].includes(key),
  )
  return role === undefined ? null : personOf(role)
}

/** An identity with as many trusts of one repository each. */
export function identityWith(
  name: string,
  trusts: number,
  change: Partial<StoredParent> = {},
): PlantedIdentity {
  return {
    name,
    trusts: Array.from({ length: trusts }, (_, at) => ({
      name: `t-${at}`,
      subject: `repo:octo-org/${name}-${at}:environment:production`,
    })),
    change,
  }
}

export const ownedBy = (...roles: readonly Role[]): Partial<StoredParent> => ({
  owners: knownFact(roles.map((role) => ({ displayName: role, enabled: true, objectId: personIds[role] }))),
})

export async function newReview(admin: SignedInBrowser, change: object): Promise<Review> {
  const dueAt = new Date(Date.now() + 86_400_000).toISOString()
  const wanted = { name: 'Review', query: '', dueAt, ...change }
  const { status, body } = await call<Review>(admin, 'POST', reviewsUrl, wanted)
  expect([status, body]).toMatchObject([201, {}])
  return body
}
