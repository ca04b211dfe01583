import { canWrite, isOwnerLike } from '../access-view.ts'
import type { RoleFact } from '../facts/access.ts'
import type { FindingSeverity } from '../finding.ts'
import { fixOf, type Outcome, type TrustRule } from '../rule.ts'

/** https://learn.microsoft.com/azure/role-based-access-control/best-practices */
export const wideRole: TrustRule = {
  id: 'wide-role',
  about: 'trust',
  title: 'It opens a role like Owner, or a whole subscription',
  severity: 'high',
  because: 'A workload outside, and whoever breaks into it, holds far more in Azure than a deployment needs.',
  needs: 'The roles of the identity in Azure, with their definitions.',
  remedy: 'Give the least role at the smallest scope, then take this one away.',
  judge({ parent }) {
    if (parent === null) return { gap: 'not-read' }
    return parent.roles.known ? judgeRoles(parent.roles.value) : { gap: parent.roles.because }
  },
}

const weights = {
  'owner-broad': [
    'critical',
    'Whoever gets in can do everything in a subscription, or give itself roles there.',
  ],
  owner: ['high', 'Whoever gets in can do everything at its scope, or give itself roles there.'],
  'write-broad': ['high', 'Whoever gets in can change things in a whole subscription.'],
  'read-broad': ['low', 'Whoever gets in can read a whole subscription, and change nothing.'],
} as const satisfies Readonly<Record<string, readonly [FindingSeverity, string]>>
type Weight = keyof typeof weights
// The record's own keys, worst first.
const order = Object.keys(weights) as readonly Weight[]

function judgeRoles(roles: readonly RoleFact[]): Outcome {
  const weighed = roles.map((role) => ({ role, weight: weightOf(role) }))
  const found = weighed.flatMap(({ role, weight }) =>
    weight === null || weight === 'unsure' ? [] : [{ role, weight }],
  )
  const worst = order.find((weight) => found.some((one) => one.weight === weight))
  if (worst === undefined)
    return weighed.some(({ weight }) => weight === 'unsure') ? { gap: 'not-told' } : null
  const [severity, because] = weights[worst]
  const named = found
    .toSorted((a, b) => order.indexOf(a.weight) - order.indexOf(b.weight))
    .map(({ role }) => wordsOf(role))
  return {
    text: `Whoever gets in by this trust is ${named[0] ?? ''}${named.length > 1 ? `, and more` : ''}.`,
    evidence: `${named.slice(0, 5).join(' · ')}${named.length > 5 ? ` · ${named.length - 5} more` : ''}`,
    fix: fixOf(
      'Give the identity the least role at the resource group or resource that it works on, then take this one away.',
    ),
    news: found.map(({ role }) => `${role.roleDefinitionId}@${role.scope}`.toLowerCase()).toSorted(),
    severity,
    because,
  }
}

/** A condition is not read here: it may narrow the role, or not. */
function weightOf(role: RoleFact): Weight | 'unsure' | null {
  const owner = isOwnerLike(role)
  if (owner === true) return role.broad ? 'owner-broad' : 'owner'
  if (role.broad) return canWrite(role) === false ? 'read-broad' : 'write-broad'
  return owner === null ? 'unsure' : null
}

function wordsOf({ roleName, roleDefinitionId, scope, conditioned }: RoleFact): string {
  return `${roleName ?? `the role ${roleDefinitionId.slice(-36)}`} at ${scope}${conditioned ? ', with a condition' : ''}`
}
