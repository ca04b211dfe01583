import type { Policy, StoredPolicies } from '@trustwright/shared-schemas'
import { expect } from 'vitest'
import type { SignedInBrowser } from './build-test-app.ts'
import { call } from './portal-world.ts'

/** Puts these rules into the place of all others. */
export async function savePolicies(
  admin: SignedInBrowser,
  ...policies: readonly (Partial<Policy> & Pick<Policy, 'id'>)[]
): Promise<void> {
  const { body: now } = await call<StoredPolicies>(admin, 'GET', '/api/policies')
  const titled = policies.map((policy) => ({ title: `Rule ${policy.id}`, ...policy }))
  const asked = { version: now.version, body: { policies: titled } }
  expect((await call(admin, 'PUT', '/api/policies', asked)).status).toBe(200)
}
