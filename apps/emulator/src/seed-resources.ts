import { clusterIssuer, githubIssuer, subscriptions, tokenExchangeAudience } from './seed.ts'

const { development, production, restricted } = subscriptions

export const resourceGroups = [
  { subscriptionId: development.subscriptionId, name: 'rg-pay-dev', location: 'westeurope' },
  { subscriptionId: development.subscriptionId, name: 'rg-shop-dev', location: 'northeurope' },
  { subscriptionId: production.subscriptionId, name: 'rg-pay', location: 'westeurope' },
  { subscriptionId: production.subscriptionId, name: 'rg-platform', location: 'westeurope' },
  { subscriptionId: restricted.subscriptionId, name: 'rg-vault', location: 'swedencentral' },
] as const

interface SeedIdentity {
  subscriptionId: string
  resourceGroup: string
  name: string
  location: string
  principalId: string
  clientId: string
}

export const identities: readonly SeedIdentity[] = [
  identity(1, development.subscriptionId, 'rg-pay-dev', 'id-pay-deploy-dev', 'westeurope'),
  identity(2, development.subscriptionId, 'rg-pay-dev', 'id-pay-runtime-dev', 'westeurope'),
  identity(3, development.subscriptionId, 'rg-shop-dev', 'id-shop-deploy-dev', 'northeurope'),
  identity(4, development.subscriptionId, 'rg-shop-dev', 'id-shop-far-dev', 'newzealandnorth'),
  identity(5, production.subscriptionId, 'rg-pay', 'id-pay-deploy', 'westeurope'),
  identity(6, production.subscriptionId, 'rg-pay', 'id-pay-runtime', 'westeurope'),
  identity(7, production.subscriptionId, 'rg-platform', 'id-platform-terraform', 'westeurope'),
  identity(8, restricted.subscriptionId, 'rg-vault', 'id-vault-rotation', 'swedencentral'),
]

interface SeedCredential {
  identity: string
  name: string
  issuer: string
  subject: string
  audience: string
}

const longPrefix = 'repo:octo-org/octo-automation:environment:'

/** Subject of 600 characters, the most that is accepted. */
export const longestSubject = `${longPrefix}${'review-stage-'.repeat(50).slice(0, 600 - longPrefix.length)}`

export const credentials: readonly SeedCredential[] = [
  github('id-pay-deploy-dev', 'pay-api-dev', 'repo:contoso/pay-api:environment:dev'),
  github('id-pay-deploy-dev', 'pay-api-main', 'repo:contoso/pay-api:ref:refs/heads/main'),
  github('id-pay-deploy-dev', 'pay-api-pull-request', 'repo:contoso/pay-api:pull_request'),
  github('id-pay-deploy-dev', 'pay-api-immutable', 'repo:contoso@5544123/pay-api@821093847:environment:dev'),
  cluster('id-pay-runtime-dev', 'pay-api-pods', 'system:serviceaccount:pay-dev:pay-api'),
  cluster('id-pay-runtime-dev', 'pay-worker-pods', 'system:serviceaccount:pay-dev:pay-worker'),
  github('id-shop-deploy-dev', 'shop-web-dev', 'repo:contoso/shop-web:environment:dev'),
  github('id-shop-deploy-dev', 'shop-web-feature', 'repo:contoso/shop-web:ref:refs/heads/feature/checkout'),
  github('id-shop-deploy-dev', 'shop-web-longest', longestSubject),
  {
    ...github('id-shop-deploy-dev', 'issuer-with-slash', 'repo:contoso/shop-web:environment:test'),
    issuer: `${githubIssuer}/`,
  },
  {
    ...github('id-shop-deploy-dev', 'audience-with-space', 'repo:contoso/shop-web:environment:stage'),
    audience: ` ${tokenExchangeAudience}`,
  },
  github('id-pay-deploy', 'pay-api-prod', 'repo:contoso/pay-api:environment:prod'),
  github('id-pay-deploy', 'pay-api-release', 'repo:contoso/pay-api:ref:refs/tags/v4.2.0'),
  github(
    'id-pay-deploy',
    'pay-api-prod-immutable',
    'repo:contoso@5544123/pay-api@821093847:environment:prod',
  ),
  cluster('id-pay-runtime', 'pay-api-pods', 'system:serviceaccount:pay:pay-api'),
  cluster('id-pay-runtime', 'pay-worker-pods', 'system:serviceaccount:pay:pay-worker'),
  other(
    'id-platform-terraform',
    'terraform-plan',
    'https://app.terraform.io',
    'organization:contoso:project:platform:workspace:network:run_phase:plan',
  ),
  other(
    'id-platform-terraform',
    'terraform-apply',
    'https://app.terraform.io',
    'organization:contoso:project:platform:workspace:network:run_phase:apply',
  ),
  other(
    'id-platform-terraform',
    'gitlab-main',
    'https://gitlab.com',
    'project_path:contoso/platform:ref_type:branch:ref:main',
  ),
  other('id-vault-rotation', 'fabrikam-scheduler', 'https://accounts.google.com', '104928374650192837465'),
  github('id-vault-rotation', 'vault-rotation', 'repo:fabrikam/vault-rotation:environment:prod'),
]

function identity(
  number: number,
  subscriptionId: string,
  resourceGroup: string,
  name: string,
  location: string,
): SeedIdentity {
  const tail = `4c7a-8e21-6f0b9d3c1e${String(number).padStart(2, '0')}`
  const guid = (kind: string) => `${kind}-2f18-${tail}`
  return {
    subscriptionId,
    resourceGroup,
    name,
    location,
    principalId: guid('d4b6f8a0'),
    clientId: guid('e5c7a9b1'),
  }
}

function github(identity: string, name: string, subject: string): SeedCredential {
  return other(identity, name, githubIssuer, subject)
}

function cluster(identity: string, name: string, subject: string): SeedCredential {
  return other(identity, name, clusterIssuer, subject)
}

function other(identity: string, name: string, issuer: string, subject: string): SeedCredential {
  return { identity, name, issuer, subject, audience: tokenExchangeAudience }
}
