import { expect, test } from 'vitest'
import type { FieldValues, PresetId } from '../index.ts'
import { workloadOf } from '../testing/workload-of.ts'

const guid = '11111111-2222-3333-4444-555555555555'

const pastes: readonly (readonly [string, PresetId, FieldValues])[] = [
  ['https://token.actions.githubusercontent.com', 'github-actions', {}],
  ['https://token.actions.githubusercontent.com/', 'github-actions', {}],
  [
    'https://token.actions.githubusercontent.com/fabrikam',
    'github-actions',
    { hosting: 'enterprise', enterprise: 'fabrikam' },
  ],
  ['https://token.actions.fabrikam.ghe.com', 'github-actions', { hosting: 'ghe', subdomain: 'fabrikam' }],
  [
    'https://git.contoso.com/_services/token',
    'github-actions',
    { hosting: 'server', serverHost: 'git.contoso.com' },
  ],
  ['https://gitlab.com', 'gitlab', { host: 'gitlab.com' }],
  ['https://code.contoso.com', 'gitlab', { host: 'code.contoso.com' }],
  [`https://vstoken.dev.azure.com/${guid}`, 'azure-devops', { format: 'devops', organizationId: guid }],
  [`https://login.microsoftonline.com/${guid}/v2.0`, 'azure-devops', { format: 'entra', tenantId: guid }],
  [
    `https://westeurope.oic.prod-aks.azure.com/${guid}/${guid}/`,
    'aks',
    { issuer: `https://westeurope.oic.prod-aks.azure.com/${guid}/${guid}/` },
  ],
  [`https://westeurope.oic.prod-aks.azure.com/${guid}/${guid}/.well-known/openid-configuration`, 'aks', {}],
  [`https://northamerica.oic.prod-arc.azure.com/${guid}/${guid}/`, 'azure-arc', {}],
  [
    'https://oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF',
    'eks',
    { region: 'eu-west-1', clusterId: '0123456789ABCDEF0123456789ABCDEF' },
  ],
  [
    'https://container.googleapis.com/v1/projects/contoso/locations/europe-west1/clusters/shop',
    'gke',
    { cluster: 'shop' },
  ],
  ['https://accounts.google.com/.well-known/openid-configuration', 'google-cloud', {}],
  [`https://${guid}.tokens.sts.global.api.aws`, 'aws', { issuerId: guid }],
  ['https://app.terraform.io', 'hcp-terraform', { host: 'app.terraform.io' }],
  [`https://oidc.circleci.com/org/${guid}`, 'circleci', { organizationId: guid }],
  ['https://agent.buildkite.com', 'buildkite', {}],
  ['https://oidc.vercel.com/contoso', 'vercel', { mode: 'team', team: 'contoso' }],
  ['https://oidc.fly.io/contoso', 'fly-io', { organization: 'contoso' }],
  ['https://contoso.app.spacelift.io', 'spacelift', { account: 'contoso' }],
  ['https://api.pulumi.com/oidc', 'pulumi-deployments', {}],
  ['https://login.app.env0.com/', 'env-zero', {}],
  ['https://contoso.eu.auth0.com/', 'auth0', { domain: 'contoso.eu.auth0.com' }],
  ['https://contoso.okta.com/oauth2/default', 'okta', { domain: 'contoso.okta.com', server: 'default' }],
  [
    'https://id.contoso.com/realms/shop/.well-known/openid-configuration',
    'keycloak',
    { realm: 'shop', path: 'plain' },
  ],
  ['https://vault.contoso.com/v1/platform/identity/oidc/plugins', 'vault', { namespace: 'platform' }],
  ['https://oidc.fabrikam.com', 'other-issuer', { issuer: 'https://oidc.fabrikam.com' }],
  [
    'https://fabrikam.com/tenant/.well-known/openid-configuration',
    'other-issuer',
    { issuer: 'https://fabrikam.com/tenant' },
  ],
]

test.each(pastes)('%s is understood as %s', (paste, presetId, fields) => {
  expect(workloadOf(paste)).toMatchObject({ kind: 'workload', presetId, fields, faults: [] })
})
