import { aksHost } from '../../../presets/issuer-facts.ts'
import { githubIssuer } from '../../../presets/github/facts.ts'
import { type Cause, causeOf } from '../../cause.ts'
import type { DraftView } from '../../draft-view.ts'
import type { AssignedPolicy, WriteRule, WriteView } from '../../write-view.ts'

/**
 * The three built-in policies over trusts of managed identities, read as their rules read them, quirks included.
 * https://github.com/Azure/azure-policy/tree/master/built-in-policies/policyDefinitions/Managed%20Identity
 */
const issuerTypes = '2571b7c3-3056-4a61-b00a-9bc5232234f5'
const githubOwners = 'fd1a8e20-2c4f-4a6c-9354-b58d786d9a1f'
const kubernetesSources = 'ae62c456-33de-4dc8-b100-7ce9028a7d99'
const initiative = '5e4ee281-95a3-442a-bb2a-5ef68cf5181a'

interface Refusal {
  readonly why: string
  readonly fix: string
}

type PolicyRule = (draft: DraftView, parameters: Readonly<Record<string, unknown>>) => Refusal | null

const checks: Readonly<Record<string, readonly PolicyRule[]>> = {
  [issuerTypes]: [byIssuerType],
  [githubOwners]: [byGithubOwner],
  [kubernetesSources]: [byKubernetesSource],
  [initiative]: [byIssuerType, byGithubOwner, byKubernetesSource],
}

export const policy: WriteRule = (write) => {
  const { parentKind, context, operation } = write
  if (parentKind !== 'managedIdentity' || operation === 'delete') return []
  return (context.policies ?? []).flatMap((assigned) => judged(write, assigned))
}

function judged({ draft }: WriteView, assigned: AssignedPolicy): Cause[] {
  const effect = (assigned.effect ?? 'Audit').toLowerCase()
  if (effect === 'disabled') return []
  if (forbidsType(assigned))
    return [
      refusedBy(assigned, {
        why: 'it does not allow trusts on managed identities at all',
        fix: 'Ask the owner of the policy for an exception, or put the trust on an application.',
      }),
    ]
  const id = Object.keys(checks).find((known) => assigned.id.toLowerCase().endsWith(known))
  const refusals = (checks[id ?? ''] ?? []).flatMap((check) => check(draft, assigned.parameters ?? {}) ?? [])
  return refusals.map((refusal) => refusedBy(assigned, refusal))
}

function refusedBy(assigned: AssignedPolicy, { why, fix }: Refusal): Cause {
  const denies = assigned.effect?.toLowerCase() === 'deny'
  return causeOf('write-blocked-by-policy', {
    severity: denies ? 'block' : 'info',
    certainty: 'likely',
    text: `${denies ? 'Azure Policy will refuse it' : 'Azure Policy will report it as non-compliant'}: ${why}.`,
    evidence: `Policy “${assigned.displayName ?? assigned.id}”, effect ${assigned.effect ?? 'Audit'}`,
    fix,
  })
}

/** “Not allowed resource types”. https://learn.microsoft.com/entra/workload-id/workload-identity-federation-block-using-azure-policy */
function forbidsType({ parameters = {} }: AssignedPolicy): boolean {
  const types = textsOf(parameters['listOfResourceTypesNotAllowed']).map((type) => type.toLowerCase())
  return types.some((type) => type.endsWith('userassignedidentities/federatedidentitycredentials'))
}

function byIssuerType(
  { issuer, host }: DraftView,
  parameters: Readonly<Record<string, unknown>>,
): Refusal | null {
  if (parameters['allowFederatedCredentials'] !== true) {
    return {
      why: 'it allows no trusts at all',
      fix: 'Ask the owner of the policy to set allowFederatedCredentials.',
    }
  }
  if (textsOf(parameters['allowedIssuerExceptions']).includes(issuer)) return null
  const known = switches.find(({ matches }) => matches(issuer, host))
  if (known === undefined) {
    return {
      why: 'the issuer is none of AKS, GitHub, AWS and Google, and no exception names it',
      fix: `Ask the owner of the policy to add ${issuer} to allowedIssuerExceptions.`,
    }
  }
  if (parameters[known.parameter] === true) return null
  return {
    why: `it does not allow issuers of ${known.name}`,
    fix: `Ask the owner of the policy to set ${known.parameter}.`,
  }
}

const switches = [
  {
    parameter: 'allowAKS',
    name: 'AKS',
    matches: (_issuer: string, host: string) => host.endsWith('.oic.prod-aks.azure.com'),
  },
  { parameter: 'allowGitHub', name: 'GitHub', matches: (issuer: string) => issuer === githubIssuer },
  {
    parameter: 'allowAWS',
    name: 'AWS',
    matches: (issuer: string) => issuer === 'https://cognito-identity.amazonaws.com',
  },
  {
    parameter: 'allowGCS',
    name: 'Google',
    matches: (issuer: string) => issuer === 'https://accounts.google.com',
  },
] as const

/** The rule takes the text between the first colon and the first slash for the owner, IDs and other claims included. */
function byGithubOwner(
  { issuer, subject }: DraftView,
  parameters: Readonly<Record<string, unknown>>,
): Refusal | null {
  const owners = textsOf(parameters['allowedRepoOwners'])
  if (issuer !== githubIssuer || owners.length === 0) return null
  const [owner = ''] = (subject.split(':')[1] ?? '').split('/')
  const repository = subject.split(':')[1] ?? ''
  const isIn = (list: readonly string[], value: string) =>
    list.some((one) => one.toLowerCase() === value.toLowerCase())
  if (isIn(owners, owner) || isIn(textsOf(parameters['allowedRepoExceptions']), repository)) return null
  const plain = owner.replace(/@\d+$/, '')
  const isIdForm = plain !== owner && isIn(owners, plain)
  return {
    why: isIdForm
      ? `allowedRepoOwners holds ${plain}, and the rule reads the owner with its immutable ID, ${owner}`
      : subject === ''
        ? 'allowedRepoOwners has owners, and a matching expression shows the rule none'
        : `the owner ${owner || 'of the subject'} is not among allowedRepoOwners`,
    fix: `Ask the owner of the policy to add ${owner || 'the owner'} to allowedRepoOwners, or ${repository || 'the repository'} to allowedRepoExceptions.`,
  }
}

function byKubernetesSource(
  { issuer, host }: DraftView,
  parameters: Readonly<Record<string, unknown>>,
): Refusal | null {
  if (!aksHost.test(host) || !host.includes('.oic.')) return null
  const [region = ''] = host.split('.')
  const [tenant = '', cluster = ''] = new URL(issuer.trim()).pathname.slice(1).split('/')
  if (textsOf(parameters['allowedClusterExceptions']).includes(cluster)) return null
  const [locations, tenants] = [
    textsOf(parameters['allowedLocations']),
    textsOf(parameters['allowedTenants']),
  ]
  if (locations.length > 0 && !locations.includes(region)) {
    return {
      why: `clusters of ${region} are not allowed`,
      fix: `Ask the owner of the policy to add ${region} to allowedLocations, or the cluster to allowedClusterExceptions.`,
    }
  }
  if (tenants.length > 0 && !tenants.includes(tenant)) {
    return {
      why: `clusters of the tenant ${tenant} are not allowed`,
      fix: `Ask the owner of the policy to add ${tenant} to allowedTenants.`,
    }
  }
  return null
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
