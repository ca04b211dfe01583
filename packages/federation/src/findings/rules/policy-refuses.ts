import { type Cause, type CauseAction } from '../../diagnosis/cause.ts'
import { viewOf } from '../../diagnosis/draft-view.ts'
import { policy as azurePolicy } from '../../diagnosis/rules/write/policy.ts'
import { type FactGap, valueOf } from '../facts/fact.ts'
import { holdsFor, type PolicyRefusal, refusalsOf } from '../policy-refusals.ts'
import { heldRoleRefusals } from '../role-refusals.ts'
import type { FindingParent, FindingTrust } from '../facts/inventory.ts'
import type { FindingPolicy } from '../settings.ts'
import { fixOf, type TrustRule } from '../rule.ts'
import type { TrustCase } from '../trust-case.ts'

/** https://learn.microsoft.com/entra/workload-id/workload-identity-federation-block-using-azure-policy */
export const policyRefuses: TrustRule = {
  id: 'policy-refuses',
  about: 'trust',
  title: 'It would be refused today',
  severity: 'medium',
  because:
    'It was made before the rule or around it; it keeps working, and cannot be made again once it is gone.',
  needs: 'The policies of the portal, and those of Azure Policy over a managed identity.',
  remedy: 'Bring it in line with the rule, or ask whoever keeps the rule for an exception.',
  judge(trustCase) {
    if (trustCase.isAksMade) return null
    const found = [...ofPortal(trustCase), ...ofAzurePolicy(trustCase), ...ofAzure(trustCase)]
    const [first] = found
    if (first === undefined) return missing(trustCase)
    return {
      text: `It would be refused today: ${first.why}.`,
      evidence: found.map(({ by, why }) => `${by}: ${why}`).join(' · '),
      fix: fixOf(first.fix, first.action),
      news: found.map(({ by, why }) => `${by}: ${why}`),
    }
  },
}

interface Refusal {
  readonly by: string
  readonly why: string
  readonly fix: string
  readonly action?: CauseAction
}

function ofPortal(trustCase: TrustCase): readonly Refusal[] {
  const { trust, parent, workload } = trustCase
  const policies = besideIssuers(trustCase)
  if (policies.length === 0) return []
  const creator = trust.createdBy === undefined ? undefined : valueOf(trust.createdBy)
  const roles = parent === null ? [] : (valueOf(parent.roles) ?? [])
  return [
    ...refusalsOf(policies, { trust, parent, workload, creator }),
    ...roles.flatMap((role) => heldRoleRefusals(policies, role) ?? []),
  ].map(inWords)
}

/** An issuer that nobody may have is a finding of its own: the policy that says so is not told twice. */
function besideIssuers({ trust, world }: TrustCase): readonly FindingPolicy[] {
  const { policies = [], allowedIssuers } = world.settings
  if (allowedIssuers === undefined || world.isAllowedIssuer(trust.issuer)) return policies
  return policies.map((policy) =>
    policy.scopes === undefined && policy.parentKinds === undefined
      ? { ...policy, allowedIssuers: undefined }
      : policy,
  )
}

function inWords({ policy: { title, contact }, why, fix }: PolicyRefusal): Refusal {
  return { by: title, why, fix: contact === undefined ? `${fix}.` : `${fix}, or ask ${contact}.` }
}

function ofAzurePolicy({ trust, parent, world }: TrustCase): readonly Refusal[] {
  if (parent?.kind !== 'managedIdentity' || !parent.azurePolicies.known) return []
  const policies = parent.azurePolicies.value
  if (policies.length === 0) return []
  const { name, issuer, subject, audiences, expression: claimsMatchingExpression } = trust
  const cloud = world.inventory.cloud ?? 'public'
  const draft = viewOf({ name, issuer, subject, audiences, claimsMatchingExpression }, { cloud })
  const write = { operation: 'create', parentKind: parent.kind, draft, context: { policies } }
  return azurePolicy(write)
    .filter(({ severity }) => severity === 'block')
    .map(({ text, evidence, fix }) => ({ by: evidence, why: afterColon(text), fix }))
}

function afterColon(text: string): string {
  return text.slice(text.indexOf(': ') + 2).replace(/\.$/, '')
}

/** Since July 2026 Azure asks patterns for an ID; older ones stay. https://learn.microsoft.com/entra/workload-id/workload-identities-flexible-federated-identity-credentials */
function ofAzure({ causes }: TrustCase): readonly Refusal[] {
  const refused = causes().find(
    ({ field, severity, code }: Cause) =>
      field === 'expression' && severity === 'block' && code !== 'expression-note',
  )
  if (refused === undefined) return []
  return [{ by: 'Azure', why: refused.text.replace(/\.$/, ''), fix: refused.fix }]
}

function missing({ trust, parent, world }: TrustCase): { readonly gap: FactGap } | null {
  if (parent === null) return { gap: 'not-read' }
  if (parent.kind === 'managedIdentity' && !parent.azurePolicies.known) {
    return { gap: parent.azurePolicies.because }
  }
  const unheard = unheardOf(trust, parent, world.settings.policies ?? [])
  if (unheard !== null) return { gap: unheard }
  return world.settings.policies === undefined && parent.kind === 'application' ? { gap: 'not-set-up' } : null
}

/** A policy asks who made it, or why a role was given, and that was not read. */
function unheardOf(
  { createdBy }: FindingTrust,
  parent: FindingParent,
  policies: readonly FindingPolicy[],
): FactGap | null {
  if (policies.some((policy) => policy.mayCreate !== undefined && holdsFor(policy, parent))) {
    if (createdBy === undefined) return 'not-told'
    if (!createdBy.known) return createdBy.because
  }
  if (!policies.some(({ roleReasons }) => roleReasons !== undefined)) return null
  if (!parent.roles.known) return parent.roles.because
  return parent.roles.value.some((role) => heldRoleRefusals(policies, role) === null) ? 'not-told' : null
}
