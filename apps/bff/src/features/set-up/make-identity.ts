import type { Identity } from '@trustwright/shared-schemas'
import { auditedWrite } from '../../domain/audited-write.ts'
import { identityId } from '../../domain/resource-ids.ts'
import { PortalError } from '../../errors.ts'
import type { ActiveRun, StepEnd } from './active-run.ts'
import type { ParentFacts } from './parent-facts.ts'
import type { StepPayload } from './plan-steps.ts'

/** Made where it is absent. One of this name in another location is a conflict: an identity cannot be moved. */
export async function makeIdentity(
  { arm, audit, caller, signal, writePace, writes }: ActiveRun,
  { parentKey }: ParentFacts,
  { path, location }: Extract<StepPayload, { kind: 'identity' }>,
): Promise<StepEnd> {
  const found = await arm.findIdentity(caller, path)
  if (found !== null) {
    demandLocation(found, location)
    return { state: 'already-there', result: idsOf(found) }
  }
  await writePace.turn(parentKey, signal)
  const { identityName, ...group } = path
  const wanted = { identityName, location }
  const target = identityId(path)
  const created = await auditedWrite(
    audit,
    { caller, operation: 'identity.create', target, after: { ...wanted } },
    () =>
      writes.run(target, async () => {
        // Azure's PUT would take over one that came in between, with its tags.
        if ((await arm.findIdentity(caller, path)) !== null) throw new PortalError('IDENTITY_EXISTS')
        return arm.createIdentity(caller, group, wanted)
      }),
    (identity) => ({ ...identity }),
  )
  return { state: 'done', result: idsOf(created) }
}

/** `West Europe` and `westeurope` are the same location. */
export function demandLocation({ identityName, location: actual }: Identity, wanted: string): void {
  const plain = (location: string) => location.replaceAll(' ', '').toLowerCase()
  if (plain(actual) === plain(wanted)) return
  throw new PortalError('IDENTITY_EXISTS', {
    detail: `The identity ${identityName} exists in ${actual}, not in ${wanted}. It was left as it is.`,
    nextStep: `Use the one in ${actual}, or choose another name.`,
  })
}

function idsOf({ clientId, location, principalId, resourceId, tenantId }: Identity): Record<string, string> {
  return { clientId, location, principalId, resourceId, tenantId }
}
