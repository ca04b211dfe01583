import type { PresetId } from '../../model/preset.ts'

/** An issuer of which a preset makes or takes its own. Named groups are fields; `issuer` is the whole text. */
export interface IssuerShape {
  readonly presetId: PresetId
  readonly pattern: RegExp
  /** Fields beside the named groups. */
  readonly fields?: Readonly<Record<string, string>>
  /** The preset keeps the issuer as a field of its own. */
  readonly keepsIssuer?: true
  /** The same issuer serves other platforms too. */
  readonly alsoOf?: string
}

const guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** Issuers of the presets, as their own files name them. A slash at the end is looked at apart. */
export const issuerShapes: readonly IssuerShape[] = [
  { presetId: 'github-actions', pattern: /^https:\/\/token\.actions\.githubusercontent\.com$/ },
  {
    presetId: 'github-actions',
    pattern: /^https:\/\/token\.actions\.githubusercontent\.com\/(?<enterprise>[A-Za-z0-9-]+)$/,
    fields: { hosting: 'enterprise' },
  },
  {
    presetId: 'github-actions',
    pattern: /^https:\/\/token\.actions\.(?<subdomain>[a-z0-9-]+)\.ghe\.com$/,
    fields: { hosting: 'ghe' },
  },
  {
    presetId: 'github-actions',
    pattern: /^https:\/\/token\.actions\.(?<subdomain>[a-z0-9-]+)\.ghe\.com\/[A-Za-z0-9-]+$/,
    fields: { hosting: 'ghe-unique' },
  },
  {
    presetId: 'github-actions',
    pattern: /^https:\/\/(?<serverHost>[^/\s]+)\/_services\/token$/,
    fields: { hosting: 'server' },
  },
  { presetId: 'gitlab', pattern: /^https:\/\/(?<host>gitlab\.[^/\s]+)$/ },
  {
    presetId: 'azure-devops',
    pattern: new RegExp(`^https://vstoken\\.dev\\.azure\\.com/(?<organizationId>${guid})$`, 'i'),
    fields: { format: 'devops' },
  },
  {
    presetId: 'azure-devops',
    pattern: new RegExp(`^https://app\\.vstoken\\.visualstudio\\.com/(?<organizationId>${guid})$`, 'i'),
    fields: { format: 'devops-early' },
  },
  {
    presetId: 'azure-devops',
    pattern: new RegExp(
      `^https://login\\.(?:microsoftonline\\.(?:com|us)|partner\\.microsoftonline\\.cn)/(?<tenantId>${guid})/v2\\.0$`,
      'i',
    ),
    fields: { format: 'entra' },
    alsoOf: 'managed identities and Power Platform',
  },
  {
    presetId: 'aks',
    pattern: /^https:\/\/(?:[a-z0-9]+\.oic|oidc)\.prod-aks\.azure\.com\//,
    keepsIssuer: true,
  },
  { presetId: 'azure-arc', pattern: /^https:\/\/[a-z0-9]+\.oic\.prod-arc\.azure\.com\//, keepsIssuer: true },
  {
    presetId: 'eks',
    pattern:
      /^https:\/\/oidc\.eks\.(?<region>[a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/id\/(?<clusterId>[0-9A-Fa-f]+)$/,
  },
  {
    presetId: 'gke',
    pattern:
      /^https:\/\/container\.googleapis\.com\/v1\/projects\/(?<project>[^/]+)\/(?:locations|zones)\/(?<location>[^/]+)\/clusters\/(?<cluster>[^/]+)$/,
  },
  { presetId: 'hcp-terraform', pattern: /^https:\/\/(?<host>app\.(?:eu\.)?terraform\.io)$/ },
  { presetId: 'google-cloud', pattern: /^https:\/\/accounts\.google\.com$/ },
  {
    presetId: 'aws',
    pattern: new RegExp(`^https://(?<issuerId>${guid})\\.tokens\\.sts\\.global\\.api\\.aws$`),
  },
  { presetId: 'aws-cognito', pattern: /^https:\/\/cognito-identity\.amazonaws\.com$/ },
  {
    presetId: 'bitbucket',
    pattern:
      /^https:\/\/api\.bitbucket\.org\/2\.0\/workspaces\/(?<workspace>[^/]+)\/pipelines-config\/identity\/oidc$/,
  },
  {
    presetId: 'circleci',
    pattern: new RegExp(`^https://oidc\\.circleci\\.com/org/(?<organizationId>${guid})$`),
    fields: { issuerKind: 'organization' },
  },
  { presetId: 'circleci', pattern: /^https:\/\/oidc\.circleci\.com$/, fields: { issuerKind: 'root' } },
  { presetId: 'buildkite', pattern: /^https:\/\/agent\.buildkite\.com$/ },
  { presetId: 'vercel', pattern: /^https:\/\/oidc\.vercel\.com\/(?<team>[^/]+)$/, fields: { mode: 'team' } },
  { presetId: 'vercel', pattern: /^https:\/\/oidc\.vercel\.com$/, fields: { mode: 'global' } },
  { presetId: 'fly-io', pattern: /^https:\/\/oidc\.fly\.io\/(?<organization>[^/]+)$/ },
  { presetId: 'spacelift', pattern: /^https:\/\/(?<account>[a-z0-9-]+)\.app\.spacelift\.io$/ },
  {
    presetId: 'pulumi-deployments',
    pattern: /^https:\/\/api\.pulumi\.com\/oidc$/,
    alsoOf: 'environments of Pulumi ESC',
  },
  { presetId: 'env-zero', pattern: /^https:\/\/login\.app\.env0\.com\/?$/ },
  { presetId: 'scalr', pattern: /^https:\/\/scalr\.io$/ },
  {
    presetId: 'harness',
    pattern: /^https:\/\/app\.harness\.io\/ng\/api\/oidc\/account\/(?<account>[^/]+)$/,
    fields: { cluster: 'prod-1' },
  },
  {
    presetId: 'harness',
    pattern: /^https:\/\/app\.harness\.io\/gratis\/ng\/api\/oidc\/account\/(?<account>[^/]+)$/,
    fields: { cluster: 'prod-2' },
  },
  {
    presetId: 'harness',
    pattern: /^https:\/\/app3\.harness\.io\/ng\/api\/oidc\/account\/(?<account>[^/]+)$/,
    fields: { cluster: 'prod-3' },
  },
  { presetId: 'octopus-deploy', pattern: /^https:\/\/(?<host>[a-z0-9-]+\.octopus\.app)$/ },
  { presetId: 'semaphore', pattern: /^https:\/\/(?<organization>[a-z0-9-]+)\.semaphoreci\.com$/ },
  { presetId: 'codefresh', pattern: /^https:\/\/oidc\.codefresh\.io$/ },
  { presetId: 'snowflake', pattern: /^https:\/\/identity\.snowflake\.com\/oauth2\//, keepsIssuer: true },
  {
    presetId: 'vault',
    pattern: /^https:\/\/(?<host>[^/]+)\/v1\/identity\/oidc\/plugins$/,
    fields: { place: 'root' },
  },
  {
    presetId: 'vault',
    pattern: /^https:\/\/(?<host>[^/]+)\/v1\/(?<namespace>[^?#]+)\/identity\/oidc\/plugins$/,
    fields: { place: 'namespace' },
  },
  { presetId: 'buddy', pattern: /^https:\/\/(?:eu-|asia-)?oidc\.buddyusercontent\.com/, keepsIssuer: true },
  { presetId: 'chainguard', pattern: /^https:\/\/issuer\.enforce\.dev/, keepsIssuer: true },
  { presetId: 'ping', pattern: /^https:\/\/auth\.pingone\.[a-z.]+\//, keepsIssuer: true },
  { presetId: 'auth0', pattern: /^https:\/\/(?<domain>[a-z0-9.-]+\.auth0\.com)\/?$/ },
  {
    presetId: 'okta',
    pattern:
      /^https:\/\/(?<domain>[a-z0-9.-]+\.okta(?:-emea|preview)?\.com)\/oauth2\/(?<server>[A-Za-z0-9]+)$/,
  },
  {
    presetId: 'keycloak',
    pattern: /^https:\/\/(?<host>[^/]+)\/auth\/realms\/(?<realm>[^/]+)$/,
    fields: { path: 'auth' },
  },
  {
    presetId: 'keycloak',
    pattern: /^https:\/\/(?<host>[^/]+)\/realms\/(?<realm>[^/]+)$/,
    fields: { path: 'plain' },
  },
  {
    presetId: 'openshift',
    pattern: /^https:\/\/[a-z0-9]+\.blob\.core\.windows\.net\//,
    keepsIssuer: true,
    alsoOf: 'any cluster that keeps its documents in a storage account',
  },
]
