import { pairCause, type PairRule } from '../../../claims/pair-cause.ts'

/** Issuers that name one cluster each. */
const clusters: readonly (readonly [string, RegExp])[] = [
  ['AKS', /^https:\/\/(?:[a-z0-9]+\.oic|oidc)\.prod-aks\.azure\.(?:com|us|cn)\//i],
  ['Azure Arc', /^https:\/\/[a-z0-9]+\.oic\.prod-arc\.azure\.com\//i],
  ['EKS', /^https:\/\/oidc\.eks\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\/id\//i],
  ['GKE', /^https:\/\/container\.googleapis\.com\/v1\/projects\//i],
]

/** A subject of a service account says that any issuer is that of a cluster. */
const serviceAccount = /^system:serviceaccount:/

/** The trust was made for another cluster, or the cluster was made again: each has an issuer of its own. */
export const otherCluster: PairRule = (pair) => {
  const { issuer, trust, presented, context } = pair
  if (issuer === null) return []
  const [token, stored] = [platformOf(issuer.presented), platformOf(issuer.stored)]
  const areAccounts = serviceAccount.test(presented.subject ?? '') && serviceAccount.test(trust.subject ?? '')
  if (!(token !== null && stored !== null) && !areAccounts) return []
  const isLive = context.facts?.aks?.clusterIssuers?.includes(issuer.presented) === true
  const named = token === null ? 'cluster' : `${token} cluster`
  return [
    pairCause(pair, 'issuer', 'issuer-other-cluster', {
      text: `No token matches: the trust is for another cluster. Each cluster has an issuer of its own, and one that is created again gets a new one; this token comes from the ${named} ${issuer.presented}.`,
      fix:
        token === 'AKS'
          ? 'Add one trust per cluster, with the issuer that this prints: az aks show -g GROUP -n CLUSTER --query oidcIssuerProfile.issuerUrl -o tsv'
          : 'Add one trust per cluster, with the issuer of this one.',
      ...(isLive ? { evidence: 'A cluster in your reach has this issuer now' } : {}),
      action: 'create',
    }),
  ]
}

function platformOf(issuer: string): string | null {
  return clusters.find(([, pattern]) => pattern.test(issuer))?.[0] ?? null
}
