import { storeCredential } from '../kernel/credential-writes.ts'
import type { World } from '../kernel/world.ts'
import { guidOf } from '../seed-guid.ts'
import { tokenExchangeAudience } from '../seed.ts'
import type { PlannedParent } from './plan.ts'
import type { StoredParent } from './plant-parent.ts'

/** Stores the trusts; their ids are as ARM or Graph give them, in the order of the plan. */
export function plantTrusts(
  world: World,
  { trusts }: PlannedParent,
  { folder, stored }: StoredParent,
): { id: string; name: string }[] {
  const managed = stored.kind === 'managedIdentity'
  return trusts.map(({ issuer, subject, expression, audience = tokenExchangeAudience }, index) => {
    const name = `trust-${index + 1}`
    const id = guidOf(`${folder} ${name}`)
    const path = managed ? 'federatedIdentityCredentials' : 'federatedidentitycredentials'
    const key = `${folder}/${path}/${managed ? name : id}`
    storeCredential(world, key.toLowerCase(), {
      id,
      parent: stored,
      name,
      issuer,
      subject,
      claimsMatchingExpression: expression === undefined ? null : { value: expression, languageVersion: 1 },
      audiences: [audience],
      description: null,
      createdAt: world.clock.now(),
    })
    return { id: managed ? key : id, name }
  })
}
