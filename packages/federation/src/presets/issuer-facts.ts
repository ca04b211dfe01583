/** Whether the issuer of a well-known host ends with a slash. `certain`: the vendor's documents agree on it. */
export interface IssuerFact {
  readonly host: RegExp
  readonly name: string
  readonly endsWithSlash: boolean
  readonly certain: boolean
}

/**
 * Facts of September 2026. Sources: https://docs.github.com/en/actions/reference/security/oidc,
 * https://azure.github.io/azure-workload-identity/docs/troubleshooting.html,
 * https://azure.github.io/azure-workload-identity/docs/installation/managed-clusters.html,
 * https://learn.microsoft.com/azure/azure-arc/kubernetes/workload-identity
 */
export const issuerFacts: readonly IssuerFact[] = [
  { host: /^token\.actions\.githubusercontent\.com$/, name: 'GitHub', endsWithSlash: false, certain: true },
  {
    host: /^(?:[a-z0-9]+\.oic|oidc)\.prod-aks\.azure\.(?:com|us|cn)$/,
    name: 'AKS',
    endsWithSlash: true,
    certain: true,
  },
  { host: /\.oic\.prod-arc\.azure\.com$/, name: 'Azure Arc', endsWithSlash: true, certain: false },
  { host: /^oidc\.eks\.[a-z0-9-]+\.amazonaws\.com$/, name: 'EKS', endsWithSlash: false, certain: true },
  { host: /^container\.googleapis\.com$/, name: 'GKE', endsWithSlash: false, certain: true },
  { host: /^accounts\.google\.com$/, name: 'Google', endsWithSlash: false, certain: true },
  { host: /^gitlab\.com$/, name: 'GitLab', endsWithSlash: false, certain: true },
  { host: /^app\.(?:eu\.)?terraform\.io$/, name: 'HCP Terraform', endsWithSlash: false, certain: true },
  { host: /^token\.actions\.[a-z0-9-]+\.ghe\.com$/, name: 'GitHub', endsWithSlash: false, certain: true },
  { host: /^oidc\.circleci\.com$/, name: 'CircleCI', endsWithSlash: false, certain: true },
  { host: /^agent\.buildkite\.com$/, name: 'Buildkite', endsWithSlash: false, certain: true },
  { host: /^oidc\.vercel\.com$/, name: 'Vercel', endsWithSlash: false, certain: true },
  { host: /\.auth0\.com$/, name: 'Auth0', endsWithSlash: true, certain: true },
  { host: /^login\.app\.env0\.com$/, name: 'env zero', endsWithSlash: true, certain: true },
  {
    host: /^login\.(?:microsoftonline\.(?:com|us)|partner\.microsoftonline\.cn)$/,
    name: 'Entra',
    endsWithSlash: false,
    certain: true,
  },
  { host: /^vstoken\.dev\.azure\.com$/, name: 'Azure DevOps', endsWithSlash: false, certain: true },
]

/** Hosts of AKS in every cloud. */
export const aksHost = /\.prod-aks\.azure\.(?:com|us|cn)$/

/** AKS makes this one itself for identity bindings; it is shown without a slash. */
export const aksIdentityBindingHost = 'ib.oic.prod-aks.azure.com'

/**
 * `https://<region>.oic.prod-aks.azure.com/<tenant>/<guid>/`, and `https://oidc.prod-aks.azure.com/<guid>/` of older clusters.
 * The endings .us and .cn of the other clouds were seen in published configurations (u).
 */
export const aksIssuerPattern =
  /^https:\/\/(?:[a-z0-9]+\.oic|oidc)\.prod-aks\.azure\.(?:com|us|cn)\/[0-9a-f-]+(?:\/[0-9a-f-]+)?\/$/
