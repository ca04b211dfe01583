import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { StartupError } from './kernel/startup-error.ts'

test('everything has a default, and an empty variable means it', () => {
  const config = readConfig({ EMULATOR_HTTP_PORT: '', PORTAL_ORIGIN: '' })
  expect(config).toMatchObject({
    httpPort: 4281,
    httpsPort: 4282,
    listenAddress: '127.0.0.1',
    logRequests: false,
  })
  expect(config.dataFolder.endsWith('/.data/emulator')).toBe(true)
  expect(config.settings.portal.redirectUris).toEqual(['http://localhost:4280/auth/callback'])
})

test("the portal's secret may be given", () => {
  expect(readConfig({}).settings.portal.clientSecret).toBe('portal-secret-local-only')
  const given = readConfig({ PORTAL_CLIENT_SECRET: 'a-secret-of-one-installation' })
  expect(given.settings.portal.clientSecret).toBe('a-secret-of-one-installation')
})

test("the portal's registered addresses move with its origin", () => {
  const { portal } = readConfig({ PORTAL_ORIGIN: 'https://portal.example/' }).settings
  expect(portal.redirectUris).toEqual(['https://portal.example/auth/callback'])
  expect(portal.logoutUris).toEqual(['https://portal.example/', 'https://portal.example/signed-out'])
})

test('issuers are resolved as the list says', () => {
  const { settings } = readConfig({ ISSUER_RESOLVE: 'Issuer.example=10.0.0.7:4282, other.example=[::1]:443' })
  expect(settings.issuerResolve).toEqual({ 'issuer.example': '10.0.0.7:4282', 'other.example': '[::1]:443' })
  const anyLabel = readConfig({ ISSUER_RESOLVE: '*.oic.prod-aks.azure.com=127.0.0.1:4282' }).settings
  expect(anyLabel.issuerResolve).toEqual({ '*.oic.prod-aks.azure.com': '127.0.0.1:4282' })
})

test('switches are set by variables of their own, and only those are', () => {
  const { reality } = readConfig({
    EMULATOR_THROTTLE_SCALE: '0',
    EMULATOR_EXPRESSIONS_ON_MANAGED_IDENTITIES: 'true',
    EMULATOR_REFUSED_ISSUERS: 'https://a.example, https://b.example',
  })
  expect(reality).toEqual({
    throttleScale: 0,
    expressionsOnManagedIdentities: true,
    refusedIssuers: ['https://a.example', 'https://b.example'],
  })
})

test.for([
  ['EMULATOR_HTTP_PORT', 'http'],
  ['EMULATOR_HTTP_PORT', '70000'],
  ['EMULATOR_HTTPS_PORT', '-1'],
  ['EMULATOR_HTTPS_PORT', '4.5'],
  ['EMULATOR_LISTEN', 'everywhere'],
  ['EMULATOR_BROWSER_ORIGIN', 'localhost:4281'],
  ['EMULATOR_HTTPS_ORIGIN', 'ftp://localhost'],
  ['EMULATOR_LOG', 'yes'],
  ['ISSUER_RESOLVE', 'issuer.example'],
  ['ISSUER_RESOLVE', 'a.*.example=127.0.0.1:4282'],
  ['ISSUER_RESOLVE', '*=127.0.0.1:4282'],
  ['ISSUER_RESOLVE', 'issuer.example=127.0.0.1'],
  ['PORTAL_ORIGIN', 'portal'],
  ['PORTAL_CLIENT_SECRET', 'short'],
  ['EMULATOR_THROTTLE_SCALE', 'off'],
  ['EMULATOR_THROTTLE_SCALE', '-1'],
  ['EMULATOR_LATENCY_MS', '1.5'],
  ['EMULATOR_GRAPH_TENANT_SIZE', 'huge'],
  ['EMULATOR_BROKEN_CREDENTIAL_LIST', 'yes'],
  ['EMULATOR_CLAIMS_CHALLENGE', 'on'],
])('%s=%s is refused in one line that names it', ([name, value]) => {
  const read = () => readConfig({ [name ?? '']: value })
  expect(read).toThrow(StartupError)
  expect(read).toThrow(new RegExp(`^Wrong configuration: ${name} must (be|have) [^\\n]+$`))
})
