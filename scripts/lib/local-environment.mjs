import { join } from 'node:path'
import { keptSecret, newClientSecret, newSessionKeys } from './secrets.mjs'

/** What the emulator of the local default is told. */
export function emulatorEnvironment(data, ports) {
  return {
    EMULATOR_DATA: join(data, 'emulator'),
    EMULATOR_HTTP_PORT: String(ports.emulatorHttp),
    EMULATOR_HTTPS_PORT: String(ports.emulatorHttps),
    PORTAL_ORIGIN: `http://localhost:${ports.portal}`,
    PORTAL_CLIENT_SECRET: clientSecret(data),
  }
}

/**
 * What the portal of the local default is told: the same variables that point it at real Azure. `LOCAL_GITHUB_API_URL` and
 * `LOCAL_GITHUB_WEB_URL` give it another GitHub than the emulated one; a build server has variables named without `LOCAL_`.
 */
export function portalEnvironment(data, ports, tenant) {
  const https = `https://localhost:${ports.emulatorHttps}`
  return {
    PORT: String(ports.portal),
    PORTAL_ORIGIN: `http://localhost:${ports.portal}`,
    PORTAL_DATA: join(data, 'portal'),
    SESSION_KEYS: keptSecret(join(data, 'portal', 'session-keys'), newSessionKeys),
    TENANT_ID: tenant.tenantId,
    CLIENT_ID: tenant.portal.clientId,
    CLIENT_SECRET: clientSecret(data),
    ENTRA_AUTHORITY: `${https}/${tenant.tenantId}`,
    ARM_ENDPOINT: https,
    GRAPH_ENDPOINT: https,
    ISSUER_RESOLVE: tenant.issuers.resolve,
    GITHUB_API_URL: process.env.LOCAL_GITHUB_API_URL ?? `${https}/github`,
    GITHUB_WEB_URL: process.env.LOCAL_GITHUB_WEB_URL ?? `http://localhost:${ports.emulatorHttp}/github`,
    GITHUB_TOKEN_URL: `${https}/github/login/oauth/access_token`,
    GITHUB_CLIENT_ID: tenant.githubApp.clientId,
    GITHUB_CLIENT_SECRET: tenant.githubApp.clientSecret,
    SAMPLE_TOKEN_URL: `http://localhost:${ports.emulatorHttp}/issuers/sample`,
    NODE_EXTRA_CA_CERTS: tenant.caPath,
  }
}

function clientSecret(data) {
  return keptSecret(join(data, 'portal', 'client-secret'), newClientSecret)
}
