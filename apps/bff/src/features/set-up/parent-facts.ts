import type { NewRoleAssignment, TrustParent } from '@trustwright/shared-schemas'
import { applicationHolder, identityHolder, type CredentialHolder } from '../../domain/credential-holder.ts'
import { PortalError } from '../../errors.ts'
import type { StoredCredential } from '../../ports.ts'
import type { ActiveRun, ParentWork } from './active-run.ts'
import { roleKeyOf } from './give-role.ts'
import type { StepPayload } from './plan-steps.ts'

/** What is known of the identity or application that steps are about. */
export interface ParentFacts {
  readonly parentKey: string
  learn(payload: StepPayload, result: Readonly<Record<string, string>>, madeAt: number | null): void
  /** ID of the assignment by which an earlier step gave it this role; null where none did. */
  given(role: NewRoleAssignment): string | null
  /** It, or its resource group, was made a short while ago, so parts of Azure may not know it yet. */
  isNew(): boolean
  holder(): CredentialHolder
  appId(): string
  /** Object ID of its service principal, by which roles are given. Throws NOT_FOUND where there is none. */
  principalId(): Promise<string>
  /** Everything that is stored on it: listed once, then kept true. */
  stored(): Promise<StoredCredential[]>
  /** The list may have become wrong. */
  forgetStored(): void
}

const newForMs = 10 * 60_000

export function createParentFacts(
  run: ActiveRun,
  { parent, parentKey }: ParentWork,
  groupIsNew: () => boolean,
): ParentFacts {
  const { arm, caller, clock, directory, signal, writePace } = run
  let madeAt: number | null = null
  let appId = parent.kind === 'application' ? parent.appId : null
  let principalId: string | null = null
  const given = new Map<string, string>()
  let stored: StoredCredential[] | null = null
  const knownAppId = (): string => {
    if (appId !== null) return appId
    throw new PortalError('NOT_FOUND', {
      detail: 'The application was not made, so nothing can be stored on it.',
    })
  }
  const holder = (): CredentialHolder => {
    const place = placeOf(parent)
    return place === null ? applicationHolder(directory, knownAppId()) : identityHolder(arm, place)
  }
  return {
    parentKey,
    learn(payload, result, at) {
      if (payload.kind === 'application') appId = result['appId'] ?? appId
      if (['application', 'identity', 'resource-group'].includes(payload.kind)) madeAt = at
      if (payload.kind === 'role') given.set(roleKeyOf(payload.role), result['assignmentId'] ?? '')
      principalId = result['principalId'] ?? principalId
    },
    isNew: () => groupIsNew() || (madeAt !== null && clock.now() - madeAt < newForMs),
    given: (role) => given.get(roleKeyOf(role)) ?? null,
    holder,
    appId: knownAppId,
    async principalId() {
      const place = placeOf(parent)
      principalId ??=
        place === null
          ? await directory.findServicePrincipal(caller, knownAppId())
          : (await arm.readIdentity(caller, place)).principalId
      if (principalId !== null) return principalId
      throw new PortalError('NOT_FOUND', {
        detail: 'The application has no service principal here, and roles are given to that.',
        nextStep: 'Make its service principal, then try again.',
      })
    },
    async stored() {
      if (stored !== null) return stored
      const of = holder()
      await writePace.listTurn(parentKey, signal)
      stored = [...(await of.list(caller))]
      return stored
    },
    forgetStored() {
      stored = null
    },
  }
}

function placeOf(
  parent: ParentWork['parent'],
): Omit<Extract<TrustParent, { kind: 'managedIdentity' }>, 'kind'> | null {
  if (parent.kind !== 'managedIdentity' && parent.kind !== 'newManagedIdentity') return null
  const { subscriptionId, resourceGroup, identityName } = parent
  return { subscriptionId, resourceGroup, identityName }
}
