import { expect, test } from 'vitest'
import { understandPaste } from '../index.ts'

const guid = '11111111-2222-3333-4444-555555555555'
const github = 'https://token.actions.githubusercontent.com'
const audience = 'api://AzureADTokenExchange'
const understand = (text: string) => understandPaste(text, { cloud: 'public' })

const others: readonly (readonly [string, object])[] = [
  [
    'gh repo clone contoso/pay-api',
    { presetId: 'github-actions', fields: { owner: 'contoso', repository: 'pay-api' } },
  ],
  ['git clone git@github.com:contoso/pay-api.git', { fields: { owner: 'contoso' } }],
  ['git clone https://gitlab.com/contoso/pay-api.git', { presetId: 'gitlab' }],
  ['gh api /repos/contoso/pay-api/actions/oidc/customization/sub', { fields: { repository: 'pay-api' } }],
  [
    'gh secret set AZURE_CLIENT_ID --repo contoso/pay-api --env production',
    { fields: { environment: 'production' } },
  ],
  [
    'kubectl create serviceaccount api -n shop',
    { presetId: 'kubernetes', fields: { namespace: 'shop', serviceAccount: 'api' } },
  ],
  ['kubectl create token api --namespace shop', { fields: { serviceAccount: 'api' } }],
  [
    'az aks show -g rg-pay -n shop --query oidcIssuerProfile.issuerUrl',
    { kind: 'cluster', presetId: 'aks', cluster: { name: 'shop', resourceGroup: 'rg-pay' } },
  ],
  ['az identity show -g rg-pay -n id-pay', { kind: 'identity', parent: { identityName: 'id-pay' } }],
  [
    'terraform {\n  cloud {\n    organization = "contoso"\n    workspaces {\n      name = "network"\n      project = "Shop"\n    }\n  }\n}',
    {
      presetId: 'hcp-terraform',
      fields: { host: 'app.terraform.io', project: 'Shop', workspace: 'network' },
      missing: ['phase'],
    },
  ],
  [
    'terraform {\n  backend "remote" {\n    hostname = "tfe.contoso.com"\n    organization = "contoso"\n    workspaces { name = "network" }\n  }\n}',
    { fields: { host: 'tfe.contoso.com', workspace: 'network' } },
  ],
  [
    JSON.stringify({ issuer: 'https://gitlab.com', jwks_uri: 'https://gitlab.com/oauth/discovery/keys' }),
    { presetId: 'gitlab', fields: { host: 'gitlab.com' } },
  ],
  [
    JSON.stringify({
      name: 'shop',
      type: 'x',
      oidcIssuerProfile: { issuerUrl: `https://westeurope.oic.prod-aks.azure.com/${guid}/${guid}/` },
    }),
    { presetId: 'aks', missing: ['namespace', 'serviceAccount'] },
  ],
  [
    JSON.stringify({ full_name: 'contoso/pay-api', id: 2, owner: { id: 1 } }),
    { fields: { ownerId: '1', repositoryId: '2' } },
  ],
  [
    JSON.stringify({ use_default: true, sub_claim_prefix: 'repo:contoso@1/pay-api@2' }),
    { fields: { identifiers: 'ids', ownerId: '1' } },
  ],
  [
    JSON.stringify({ appId: guid, displayName: 'pay', id: guid }),
    { kind: 'identity', parent: { kind: 'application', appId: guid, objectId: guid } },
  ],
  [
    JSON.stringify({ clientId: guid, clientSecret: 'abcdefghijk', tenantId: guid }),
    { kind: 'identity', parent: { clientId: guid }, tenantId: guid, notes: [{ code: 'secret' }] },
  ],
  [`AZURE_CLIENT_ID=${guid}\nAZURE_TENANT_ID=${guid}`, { kind: 'identity', parent: { clientId: guid } }],
  [
    `Federated token details:\n issuer - ${github}/\n subject claim - repo:contoso/pay-api:pull_request\n audience - ${audience}`,
    { presetId: 'github-actions', fields: { entity: 'pull-request' }, notes: [{ code: 'issuer-slash' }] },
  ],
]

test.each(others)('%s is understood', (text, expected) => {
  expect(understand(text)).toMatchObject(expected)
})
