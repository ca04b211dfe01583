import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigError, loadConfig } from './config.ts'

const key = Buffer.alloc(32, 7).toString('base64')
const tenant = '8f1f3b0e-6a52-4d1c-9a3e-2b7c5d4e6f10'
const good = { SESSION_KEYS: `k1:${key}`, TENANT_ID: tenant, CLIENT_ID: 'portal', CLIENT_SECRET: 'local' }

const wrong: readonly (readonly [string, Record<string, string | undefined>])[] = [
  ['SESSION_KEYS', { SESSION_KEYS: undefined }],
  ['SESSION_KEYS', { SESSION_KEYS: '' }],
  ['SESSION_KEYS', { SESSION_KEYS: key }],
  ['SESSION_KEYS', { SESSION_KEYS: `k1:${key.slice(4)}` }],
  ['SESSION_KEYS', { SESSION_KEYS: `k1:${key},k1:${key}` }],
  ['SESSION_KEYS', { SESSION_KEYS: `k1:${key},` }],
  ['SESSION_KEYS', { SESSION_KEYS: `k 1:${key}` }],
  ['TENANT_ID', { TENANT_ID: undefined }],
  ['TENANT_ID', { TENANT_ID: 'contoso.onmicrosoft.com' }],
  ['CLIENT_ID', { CLIENT_ID: undefined }],
  ['CLIENT_SECRET', { CLIENT_SECRET: undefined }],
  ['CLIENT_CERTIFICATE_PATH', { CLIENT_SECRET: undefined, CLIENT_CERTIFICATE_PATH: '/nowhere.pem' }],
  ['CLIENT_ASSERTION', { CLIENT_SECRET: undefined, CLIENT_ASSERTION: 'certificate' }],
  ['CLIENT_SECRET', { CLIENT_ASSERTION: 'kubernetes' }],
  [
    'CLIENT_CERTIFICATE_PATH',
    { CLIENT_SECRET: undefined, CLIENT_ASSERTION: 'kubernetes', CLIENT_CERTIFICATE_PATH: '/nowhere.pem' },
  ],
  ['MANAGED_IDENTITY_CLIENT_ID', { CLIENT_SECRET: undefined, CLIENT_ASSERTION: 'managed-identity' }],
  [
    'MANAGED_IDENTITY_CLIENT_ID',
    {
      CLIENT_SECRET: undefined,
      CLIENT_ASSERTION: 'managed-identity',
      MANAGED_IDENTITY_CLIENT_ID: 'id-trustwright',
    },
  ],
  ['PORTAL_ORIGIN', { PORTAL_ORIGIN: 'http://portal.contoso.com' }],
  ['PORTAL_ORIGIN', { PORTAL_ORIGIN: 'https://portal.contoso.com/trusts' }],
  ['PORTAL_ORIGIN', { PORTAL_ORIGIN: 'portal.contoso.com' }],
  ['API_ORIGINS', { API_ORIGINS: '*' }],
  ['API_ORIGINS', { API_ORIGINS: 'null' }],
  ['API_ORIGINS', { API_ORIGINS: 'https://tools.contoso.com/api' }],
  ['API_ORIGINS', { API_ORIGINS: 'http://tools.contoso.com' }],
  ['API_AUDIENCES', { API_AUDIENCES: 'api://trustwright,' }],
  ['API_AUDIENCES', { API_AUDIENCES: 'api://trust wright' }],
  ['EMBED_ORIGINS', { EMBED_ORIGINS: '*' }],
  ['EMBED_ORIGINS', { EMBED_ORIGINS: 'https://*.contoso.com' }],
  ['EMBED_ORIGINS', { EMBED_ORIGINS: 'https://workbench.contoso.com/' }],
  ['EMBED_ORIGINS', { EMBED_ORIGINS: 'https://workbench.contoso.com,' }],
  ['EMBED_ORIGINS', { EMBED_ORIGINS: "https://workbench.contoso.com 'self'" }],
  ['EMBED_ORIGINS', { EMBED_ORIGINS: 'https://workbench.contoso.com;script-src' }],
  ['EMBED_ORIGINS', { EMBED_ORIGINS: 'http://workbench.contoso.com' }],
  ['EMBED_ORIGINS', { EMBED_ORIGINS: 'https://person@workbench.contoso.com' }],
  ['EMBED_ORIGINS', { EMBED_ORIGINS: 'https://workbench.contoso.com:443' }],
  ['EMBED_ORIGINS', { EMBED_ORIGINS: 'null' }],
  ['PORT', { PORT: '70000' }],
  ['PORT', { PORT: '80.5' }],
  ['PORT', { PORT: 'http' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/portal' }],
  ['ENTRA_AUTHORITY', { ENTRA_AUTHORITY: 'http://localhost:4282/tenant' }],
  ['ARM_ENDPOINT', { ARM_ENDPOINT: 'http://management.azure.com' }],
  ['GITHUB_API_URL', { GITHUB_API_URL: 'http://localhost:4281/github' }],
  ['GITHUB_TOKEN_URL', { GITHUB_TOKEN_URL: 'http://localhost/token' }],
  ['GITHUB_WEB_URL', { GITHUB_WEB_URL: 'http://github.contoso.com' }],
  ['GITHUB_WEB_URL', { GITHUB_WEB_URL: 'github.com' }],
  ['GITHUB_CLIENT_SECRET', { GITHUB_CLIENT_ID: 'Iv23li' }],
  ['GITHUB_CLIENT_ID', { GITHUB_CLIENT_SECRET: 'secret' }],
  ['CLOUD', { CLOUD: 'germany' }],
  ['SESSION_IDLE_MINUTES', { SESSION_IDLE_MINUTES: '0' }],
  ['SESSION_ABSOLUTE_HOURS', { SESSION_ABSOLUTE_HOURS: '1000' }],
  ['PROOF_WAIT_SCALE', { PROOF_WAIT_SCALE: '0' }],
  ['PROOF_WAIT_SCALE', { PROOF_WAIT_SCALE: '2' }],
  ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ['ADMIN_APP_ROLE', { ADMIN_APP_ROLE: 'two words' }],
  ['ADMIN_OBJECT_IDS', { ADMIN_OBJECT_IDS: 'admin@contoso.com' }],
  ['ADMIN_OBJECT_IDS', { ADMIN_OBJECT_IDS: `${tenant},` }],
  ['TRUST_PROXY', { TRUST_PROXY: 'true' }],
  ['ISSUER_RESOLVE', { ISSUER_RESOLVE: 'oidc.contoso.com' }],
  ['ISSUER_RESOLVE', { ISSUER_RESOLVE: 'oidc.contoso.com=127.0.0.1' }],
  ['ISSUER_RESOLVE', { ISSUER_RESOLVE: 'oidc.contoso.com=localhost:4282' }],
  ['ISSUER_RESOLVE', { ISSUER_RESOLVE: 'oidc.contoso.com=127.1:4282' }],
  ['ISSUER_RESOLVE', { ISSUER_RESOLVE: '*.contoso.com=127.0.0.1:4282' }],
  ['ISSUER_RESOLVE', { ISSUER_RESOLVE: 'contoso=127.0.0.1:4282' }],
  ['ISSUER_RESOLVE', { ISSUER_RESOLVE: 'oidc.contoso.com=127.0.0.1:0' }],
  ['ISSUER_RESOLVE', { ISSUER_RESOLVE: 'oidc.contoso.com=127.0.0.1:70000' }],
  ['ISSUER_RESOLVE', { ISSUER_RESOLVE: 'oidc.contoso.com=127.0.0.1:443,' }],
]

test.each(wrong)('a wrong %s is refused in one line that names it: %o', (name, change) => {
  const load = () => loadConfig({ ...good, ...change })
  expect(load).toThrow(ConfigError)
  expect(load).toThrow(new RegExp(`^${name}: [^\n]+$`))
})

test('a refusal never repeats a secret', () => {
  const secret = Buffer.alloc(20, 9).toString('base64')
  expect(() => loadConfig({ ...good, SESSION_KEYS: `k1:${secret}` })).not.toThrow(new RegExp(secret))
})

test('a certificate without its private key is refused', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'trustwright-')), 'portal.pem')
  writeFileSync(path, '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n')
  expect(() => loadConfig({ ...good, CLIENT_SECRET: undefined, CLIENT_CERTIFICATE_PATH: path })).toThrow(
    /private key/,
  )
})

test('an assertion of a managed identity is asked for with the audience of the cloud', () => {
  const given = { ...good, CLIENT_SECRET: undefined, CLIENT_ASSERTION: 'managed-identity' }
  const { clientCredential } = loadConfig({ ...given, MANAGED_IDENTITY_CLIENT_ID: tenant, CLOUD: 'china' })
  expect(clientCredential).toEqual({
    kind: 'managed-identity',
    clientId: tenant,
    resource: 'api://AzureADTokenExchangeChina',
  })
})

test('the token of a pod is where the webhook puts it, unless somebody says where', () => {
  const given = { ...good, CLIENT_SECRET: undefined, CLIENT_ASSERTION: 'kubernetes' }
  expect(loadConfig(given).clientCredential).toEqual({
    kind: 'kubernetes',
    tokenFile: '/var/run/secrets/azure/tokens/azure-identity-token',
  })
  const elsewhere = { ...given, AZURE_FEDERATED_TOKEN_FILE: '/var/run/portal/token' }
  expect(loadConfig(elsewhere).clientCredential).toEqual({
    kind: 'kubernetes',
    tokenFile: '/var/run/portal/token',
  })
})

test('the cloud sets the addresses, and each can be set by itself', () => {
  expect(loadConfig({ ...good, CLOUD: 'usgov' })).toMatchObject({
    entraAuthority: `https://login.microsoftonline.us/${tenant}`,
    armEndpoint: 'https://management.usgovcloudapi.net',
    defaultAudience: 'api://AzureADTokenExchangeUSGov',
  })
  expect(loadConfig({ ...good, ARM_ENDPOINT: 'https://localhost:4282/' })).toMatchObject({
    armEndpoint: 'https://localhost:4282',
    armAudience: 'https://management.azure.com',
  })
})

test('the waits of an exchange are as long as Azure takes unless somebody shortens them', () => {
  expect(loadConfig(good).proofWaitScale).toBe(1)
  expect(loadConfig({ ...good, PROOF_WAIT_SCALE: '0.25' }).proofWaitScale).toBe(0.25)
})

test('the first of several session keys seals', () => {
  const other = Buffer.alloc(32, 8)
  const { sessionKeys } = loadConfig({ ...good, SESSION_KEYS: `k2:${other.toString('base64')},k1:${key}` })
  expect(sessionKeys.map(({ id }) => id)).toEqual(['k2', 'k1'])
  expect(sessionKeys[0].key).toEqual(other)
})

test('issuers with an address of their own are known by their host in lower case', () => {
  expect(loadConfig(good).issuerResolve.size).toBe(0)
  const { issuerResolve } = loadConfig({
    ...good,
    ISSUER_RESOLVE: 'OIDC.contoso.com=127.0.0.1:4282, oidc.fabrikam.com=[::1]:443',
  })
  expect([...issuerResolve]).toEqual([
    ['oidc.contoso.com', { address: '127.0.0.1', port: 4282 }],
    ['oidc.fabrikam.com', { address: '::1', port: 443 }],
  ])
})

test('an access token is for the client ID or its URI, unless other audiences are given', () => {
  expect(loadConfig(good).api).toEqual({ audiences: ['portal', 'api://portal'], origins: [] })
  const given = {
    API_AUDIENCES: 'api://trustwright, portal',
    API_ORIGINS: 'https://a.contoso.com,http://localhost:5000',
  }
  expect(loadConfig({ ...good, ...given }).api).toEqual({
    audiences: ['api://trustwright', 'portal'],
    origins: ['https://a.contoso.com', 'http://localhost:5000'],
  })
})
