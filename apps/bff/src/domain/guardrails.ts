import { policyRefusals, roleRefusals, type GuardedTrust, type PolicyRefusal } from '@trustwright/federation'
import type { GuardrailRefusal, Policy, TrustParent } from '@trustwright/shared-schemas'
import type { Database } from '../db/database.ts'
import { PortalError } from '../errors.ts'
import type { Caller, CredentialValues } from '../ports.ts'
import type { OwnGroups } from './own-groups.ts'
import { readPolicyRow } from './policy-settings.ts'
import { identityId } from './resource-ids.ts'

export interface GuardedValues extends Pick<CredentialValues, 'issuer' | 'subject' | 'expression'> {
  readonly name: string
}

export interface GuardedAssignment {
  readonly roleId: string
  readonly scope: string
  /** Null where nobody could tell. */
  readonly ownerLike: boolean | null
  readonly reason?: string | undefined
}

/** The rules of the portal as they bind one caller, read once. */
export interface Guard {
  trust(parent: TrustParent, values: GuardedValues): readonly GuardrailRefusal[]
  role(role: GuardedAssignment): readonly GuardrailRefusal[]
}

/** The rules of the portal, which hold beside Azure's own. */
export interface Guardrails {
  /** `exceptPolicies`: ids of rules that an administrator lets it pass. Throws as Graph does where a rule names groups. */
  guard(caller: Caller, exceptPolicies?: readonly string[]): Promise<Guard>
}

export function createGuardrails(db: Database, ownGroups: OwnGroups): Guardrails {
  return {
    async guard(caller, exceptPolicies = []) {
      const row = await readPolicyRow(db, caller.tenantId)
      const policies = (row?.body.policies ?? []).filter(
        ({ id, exceptAdministrators }) =>
          !exceptPolicies.includes(id) && !(exceptAdministrators === true && caller.isAdmin === true),
      )
      return guardBy(policies, await creatorOf(policies, caller, ownGroups))
    },
  }
}

interface Creator {
  readonly ids: readonly string[]
  /** Whether Graph told which of the groups they are in. */
  readonly groupsKnown: boolean
}

/** Graph is asked about groups only where the person's own ID is not enough. */
async function creatorOf(
  policies: readonly Policy[],
  caller: Caller,
  ownGroups: OwnGroups,
): Promise<Creator> {
  const own = caller.objectId.toLowerCase()
  const asked = policies.flatMap(({ mayCreate = [] }) => {
    const ids = mayCreate.map((id) => id.toLowerCase())
    return ids.includes(own) ? [] : ids
  })
  const groups = await ownGroups(caller, [...new Set(asked)])
  return { ids: [own, ...(groups ?? [])], groupsKnown: groups !== null }
}

function guardBy(policies: readonly Policy[], creator: Creator): Guard {
  const tell = (judge: (ids: readonly string[] | undefined) => readonly PolicyRefusal[]) => {
    const refusals = judge(creator.ids)
    if (creator.groupsKnown) return refusals.map(toGuardrail)
    const without = judge(undefined).map(toGuardrail)
    return [...unknownGroups(refusals, without), ...without]
  }
  return {
    trust: (parent, { name, issuer, subject, expression = null }) => {
      const trust = { name, issuer, subject, expression }
      return tell((ids) => policyRefusals(policies, { trust, parent: toParent(parent), creator: ids }))
    },
    role: (role) => tell((ids) => roleRefusals(policies, { ...role, creator: ids })),
  }
}

/** Those that only stand because the groups are not known. */
function unknownGroups(
  refusals: readonly PolicyRefusal[],
  without: readonly GuardrailRefusal[],
): GuardrailRefusal[] {
  return refusals
    .map(toGuardrail)
    .filter((each) => !without.some(({ policyId, why }) => policyId === each.policyId && why === each.why))
    .map((each) => ({
      ...each,
      why: 'it is for certain people and groups, and Azure does not tell the portal which groups you are in',
      fix: 'Let an administrator consent to reading groups, or let somebody who may create it',
    }))
}

function toGuardrail({ policy: { id, title, contact }, why, fix }: PolicyRefusal): GuardrailRefusal {
  return { policyId: id, title, why, fix, contact: contact ?? null }
}

function toParent(parent: TrustParent): GuardedTrust['parent'] {
  if (parent.kind === 'application') return { kind: 'application', resourceId: null }
  return { kind: 'managedIdentity', resourceId: identityId(parent) }
}

/** GUARDRAIL_REFUSED for what these rules refuse; null where they refuse nothing. */
export function guardrailProblem(refusals: readonly GuardrailRefusal[]): PortalError | null {
  const [first] = refusals
  if (first === undefined) return null
  const more = refusals.length > 1 ? ` ${refusals.length - 1} more of your rules refuse it too.` : ''
  const ask =
    first.contact === null ? 'send a request to the administrators of the portal' : `ask ${first.contact}`
  return new PortalError('GUARDRAIL_REFUSED', {
    detail: `The rule “${first.title}” refuses this: ${first.why}.${more} Nothing was sent to Azure.`,
    nextStep: `${first.fix}, or ${ask}.`,
    guardrails: [...refusals],
  })
}

/** Throws GUARDRAIL_REFUSED where a rule of the portal refuses the trust. To be called right before it is written. */
export async function demandTrustAllowed(
  guardrails: Guardrails,
  caller: Caller,
  { parent, values }: TrustToGuard,
): Promise<void> {
  const problem = guardrailProblem((await guardrails.guard(caller)).trust(parent, values))
  if (problem !== null) throw problem
}

export interface TrustToGuard {
  readonly parent: TrustParent
  readonly values: GuardedValues
}

/** The same for a role. */
export async function demandRoleAllowed(
  guardrails: Guardrails,
  caller: Caller,
  role: GuardedAssignment,
): Promise<void> {
  const problem = guardrailProblem((await guardrails.guard(caller)).role(role))
  if (problem !== null) throw problem
}
