import type { Identity, IdentityPath, NewIdentity } from '@trustwright/shared-schemas'
import { auditedWrite } from '../../domain/audited-write.ts'
import { identityId } from '../../domain/resource-ids.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import type { IdentityDeps } from './identity-deps.ts'

/** Azure's PUT would take over an existing identity without a word, so it is looked for first. */
export async function createIdentity(
  { arm, audit, writes }: IdentityDeps,
  caller: Caller,
  group: Pick<IdentityPath, 'subscriptionId' | 'resourceGroup'>,
  wanted: NewIdentity,
): Promise<Identity> {
  const path = { ...group, identityName: wanted.identityName }
  const target = identityId(path)
  return auditedWrite(
    audit,
    { caller, operation: 'identity.create', target, after: { ...wanted } },
    () =>
      writes.run(target, async () => {
        if ((await arm.findIdentity(caller, path)) !== null) throw new PortalError('IDENTITY_EXISTS')
        return arm.createIdentity(caller, group, wanted)
      }),
    (created) => ({ ...created }),
  )
}
