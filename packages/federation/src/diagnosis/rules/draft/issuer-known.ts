import { type Cause, causeOf } from '../../cause.ts'
import type { DraftRule, DraftView } from '../../draft-view.ts'
import { quoted } from '../../letters.ts'
import { withoutEndSlashes } from '../../platform-of.ts'
import { guidPattern } from '../../../paste/values.ts'
import { githubIssuer } from '../../../presets/github/facts.ts'

/** The issuer against those that GitHub’s enterprise, Azure DevOps and the clusters in reach really have. */
export const issuerKnown: DraftRule = (draft) => [
  ...enterprise(draft),
  ...organization(draft),
  ...clusters(draft),
]

/** https://docs.github.com/en/enterprise-cloud@latest/actions/reference/security/oidc */
function enterprise({ github, issuer, rightIssuer, issuerPlatform, siblings }: DraftView): Cause[] {
  if (issuerPlatform !== 'github') return []
  const ofSlug = github.enterpriseSlug === undefined ? undefined : `${githubIssuer}/${github.enterpriseSlug}`
  const wanted = github.issuer ?? ofSlug
  if (wanted !== undefined) return wanted === rightIssuer ? [] : [otherEnterprise(issuer, wanted, 'certain')]
  const used = siblings.map((sibling) => sibling.issuer ?? '').find(isEnterprise)
  if (rightIssuer !== githubIssuer || used === undefined) return []
  return [otherEnterprise(issuer, used, 'possible')]
}

function isEnterprise(issuer: string): boolean {
  return /^https:\/\/token\.actions\.githubusercontent\.com\/[A-Za-z0-9-]+$/.test(issuer)
}

function otherEnterprise(issuer: string, wanted: string, certainty: Cause['certainty']): Cause {
  const isCertain = certainty === 'certain'
  return causeOf('issuer-shape', {
    severity: isCertain ? 'block' : 'warn',
    certainty,
    field: 'issuer',
    text: isCertain
      ? 'No token would match: the enterprise has an issuer of its own, with its slug as a path segment.'
      : 'No token may match: other trusts here have the issuer of an enterprise, with its slug as a path segment, and this one has not.',
    evidence: `Stored: ${issuer} — ${isCertain ? 'enterprise' : 'other trusts'}: ${wanted}`,
    fix: `Compare with “iss” of a token; it is likely ${wanted}`,
    action: { kind: 'set', field: 'issuer', value: wanted },
  })
}

/** https://learn.microsoft.com/azure/devops/pipelines/release/configure-workload-identity */
function organization({ issuer, rightIssuer, host }: DraftView): Cause[] {
  const named = rightIssuer.slice(`https://${host}/`.length)
  if (host !== 'vstoken.dev.azure.com' || guidPattern.test(named)) return []
  return [
    causeOf('issuer-shape', {
      severity: 'block',
      certainty: 'likely',
      field: 'issuer',
      text: 'No token would match: Azure DevOps ends its issuer with the ID of the organization, a GUID in small letters, not with its name.',
      evidence: `Stored: ${quoted(issuer)}`,
      fix: 'Copy the issuer from the service connection: Manage service connection, Workload identity federation details.',
    }),
  ]
}

function clusters({ facts, issuer, rightIssuer, issuerPlatform }: DraftView): Cause[] {
  const own = facts.kubernetes?.issuer
  const known = own === undefined ? (facts.aks?.clusterIssuers ?? []) : [own]
  const isMeant = own !== undefined || issuerPlatform === 'cluster'
  if (!isMeant || known.length === 0 || issuer === '') return []
  if (known.some((one) => withoutEndSlashes(one) === withoutEndSlashes(rightIssuer))) return []
  return [
    causeOf('issuer-other-cluster', {
      severity: own === undefined ? 'warn' : 'block',
      certainty: own === undefined ? 'likely' : 'certain',
      field: 'issuer',
      text:
        own === undefined
          ? 'No token likely matches: none of the clusters in reach has this issuer. It is that of another cluster, or of one that was made anew.'
          : 'No token matches: the cluster has another issuer than the trust.',
      evidence: `Stored: ${issuer} — clusters: ${known.slice(0, 5).join(', ')}`,
      fix: 'Compare with: az aks show -g GROUP -n CLUSTER --query oidcIssuerProfile.issuerUrl -o tsv — and add one trust per cluster.',
      ...(known.length === 1
        ? { action: { kind: 'set', field: 'issuer', value: known[0] ?? '' } as const }
        : {}),
    }),
  ]
}
