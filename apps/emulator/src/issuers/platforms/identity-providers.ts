import { definePlatform } from '../define-platform.ts'
import { choice, guid, selfHosted, selfHostedPatterns, slug, text } from '../fields.ts'

const auth0Regions = ['eu', 'us', 'au', 'jp'] as const

export const auth0 = definePlatform({
  id: 'auth0',
  title: 'Auth0',
  example: { tenant: 'contoso', clientId: 'n5Vq0mZk3TfRb8XwLs2H' },
  source: 'https://auth0.com/docs/get-started/authentication-and-authorization-flow/client-credentials-flow',
  issuer: 'https://{tenant}.{region}.auth0.com/',
  standardIssuer: 'https://contoso.eu.auth0.com/',
  hosts: auth0Regions.map((region) => `*.${region}.auth0.com`),
  keys: '{issuer}/.well-known/jwks.json',
  fields: {
    tenant: slug('Tenant'),
    region: choice('Region', auth0Regions).default('eu'),
    clientId: text('Client ID'),
  },
  subject: '{clientId}@clients',
  lifetimeSeconds: 86_400,
  claims: ({ clientId }) => ({ azp: clientId, gty: 'client-credentials', nbf: undefined, jti: undefined }),
})

export const okta = definePlatform({
  id: 'okta',
  title: 'Okta (custom authorisation server)',
  example: { organization: 'contoso', clientId: '0oa1contoso2deploy3x' },
  source: 'https://developer.okta.com/docs/concepts/auth-servers/',
  issuer: 'https://{organization}.okta.com/oauth2/{server}',
  standardIssuer: 'https://contoso.okta.com/oauth2/default',
  hosts: ['*.okta.com'],
  keys: '{issuer}/v1/keys',
  fields: {
    organization: slug('Organisation'),
    server: slug('Authorisation server').default('default'),
    clientId: text('Client ID'),
  },
  subject: '{clientId}',
  lifetimeSeconds: 3600,
  claims: ({ clientId }, { guid }) => ({
    ver: 1,
    jti: `AT.${guid(clientId)}`,
    cid: clientId,
    scp: ['deploy'],
    nbf: undefined,
  }),
})

export const keycloak = definePlatform({
  id: 'keycloak',
  title: 'Keycloak',
  example: { realm: 'contoso', userId: '936a5312-a3b8-4921-8b3f-2cec8baac574' },
  source: 'https://www.keycloak.org/docs/latest/server_admin/#_service_accounts',
  issuer: 'https://{host}/realms/{realm}',
  standardIssuer: 'https://keycloak.contoso.example/realms/contoso',
  hosts: selfHostedPatterns,
  keys: '{issuer}/protocol/openid-connect/certs',
  fields: {
    host: selfHosted('Host', 'keycloak').default('keycloak.contoso.example'),
    realm: slug('Realm'),
    clientId: text('Client ID').default('deploy'),
    userId: guid('ID of the service account user'),
  },
  subject: '{userId}',
  lifetimeSeconds: 300,
  claims: ({ clientId }) => ({
    typ: 'Bearer',
    azp: clientId,
    client_id: clientId,
    preferred_username: `service-account-${clientId}`,
    scope: 'profile email',
    nbf: undefined,
  }),
})

export const vault = definePlatform({
  id: 'vault',
  title: 'HashiCorp Vault (plugin workload identity)',
  example: { accessor: 'azure_ab12cd34' },
  source: 'https://developer.hashicorp.com/vault/docs/secrets/azure#plugin-workload-identity-federation-wif',
  issuer: 'https://{host}/v1[/{namespace}]/identity/oidc/plugins',
  standardIssuer: 'https://vault.contoso.example/v1/identity/oidc/plugins',
  hosts: selfHostedPatterns,
  keys: '{issuer}/.well-known/keys',
  fields: {
    host: selfHosted('Host', 'vault').default('vault.contoso.example'),
    namespace: slug('Namespace').optional(),
    namespaceId: slug('Namespace ID').default('root'),
    mount: choice('Kind of mount', ['secret', 'auth']).default('secret'),
    accessor: slug('Mount accessor', 'Such as azure_ab12cd34'),
  },
  subject: 'plugin-identity:{namespaceId}:{mount}:{accessor}',
  lifetimeSeconds: 3600,
  claims: ({ namespaceId, accessor }) => ({
    vaultproject: { namespace_id: namespaceId, accessor },
  }),
})

export const spiffe = definePlatform({
  id: 'spiffe',
  title: 'SPIFFE (SPIRE)',
  example: { trustDomain: 'contoso.example', path: 'ns/pay/sa/pay-api' },
  source: 'https://github.com/spiffe/spire/blob/main/support/oidc-discovery-provider/README.md',
  issuer: 'https://{host}',
  standardIssuer: 'https://spire.contoso.example',
  hosts: selfHostedPatterns,
  keys: '{issuer}/keys',
  fields: {
    host: selfHosted('Discovery host', 'spire').default('spire.contoso.example'),
    trustDomain: text('Trust domain', {
      pattern: /^[a-z0-9._-]+$/,
      says: 'must be lower-case letters, digits, ., _ and -',
    }),
    path: text('Path', {
      pattern: /^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/,
      says: 'must be segments of letters, digits, ., _ and -, without a slash at its ends',
    }),
  },
  subject: 'spiffe://{trustDomain}/{path}',
  lifetimeSeconds: 300,
  claims: () => ({ nbf: undefined, jti: undefined }),
})
