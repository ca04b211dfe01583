import { pairCause, type PairRule } from '../../../claims/pair-cause.ts'
import { hostOf } from '../../../claims/token-context.ts'

/**
 * The API server still signs under its inner address: no issuer of its own was set, or the feature is off.
 * https://azure.github.io/azure-workload-identity/docs/installation/self-managed-clusters.html
 */
export const inCluster: PairRule = (pair) => {
  const { issuer } = pair
  if (issuer === null || !isInner(issuer.presented)) return []
  return [
    pairCause(pair, 'issuer', 'issuer-in-cluster', {
      text: `Azure cannot take this token from any trust: its issuer is the in-cluster address ${issuer.presented}, which is not public. The API server has no public service-account-issuer yet.`,
      fix: 'Turn the OIDC issuer of the cluster on (az aks update --enable-oidc-issuer), or set --service-account-issuer to a public https address; restart the pods, then trust that URL.',
    }),
  ]
}

/** Names and addresses that exist inside a cluster or a network alone. */
function isInner(issuer: string): boolean {
  const host = hostOf(issuer).replace(/:\d{1,5}$/, '')
  if (issuer === 'kubernetes/serviceaccount' || issuer === 'api' || issuer === 'rke') return true
  return (
    /(?:^|\.)(?:localhost|local|internal|svc)$/.test(host) ||
    /^kubernetes(?:\.default)?$/.test(host) ||
    /^(?:10|127)\.\d|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\./.test(host)
  )
}
