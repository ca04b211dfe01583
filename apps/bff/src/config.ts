import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type * as z from 'zod'
import { clouds } from './clouds.ts'
import { Environment } from './environment.ts'
import { issuerHostOf } from './github/issuer-host.ts'

export type Config = ReturnType<typeof toConfig>

/** A variable of the environment is missing or wrong; the message is one line that names it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** Reads and checks the environment. This file is the only place that does. Throws ConfigError. */
export function loadConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  return toConfig(parseEnvironment(Environment, environment))
}

/** Where the portal's data is, for a command that needs nothing else. Throws ConfigError. */
export function loadDatabasePlace(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Pick<Config, 'dataFolder' | 'databaseUrl'> {
  const env = parseEnvironment(Environment.pick({ DATABASE_URL: true, PORTAL_DATA: true }), environment)
  return { dataFolder: env.PORTAL_DATA, databaseUrl: env.DATABASE_URL ?? null }
}

function parseEnvironment<S extends z.ZodType>(
  schema: S,
  environment: Readonly<Record<string, string | undefined>>,
): z.output<S> {
  // `NAME=` in a shell or compose file means the same as leaving the variable out.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const result = schema.safeParse(given)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new ConfigError(`${String(issue?.path[0] ?? 'The environment')}: ${issue?.message ?? 'is wrong'}`)
}

function toConfig(env: z.output<typeof Environment>) {
  const cloud = clouds[env.CLOUD]
  const entraAuthority = env.ENTRA_AUTHORITY ?? `${cloud.loginHost}/${env.TENANT_ID}`
  return {
    portalOrigin: env.PORTAL_ORIGIN,
    port: env.PORT,
    listen: env.LISTEN,
    dataFolder: env.PORTAL_DATA,
    databaseUrl: env.DATABASE_URL ?? null,
    sessionKeys: env.SESSION_KEYS,
    sessionIdleMs: env.SESSION_IDLE_MINUTES * 60_000,
    administrators: { appRole: env.ADMIN_APP_ROLE, objectIds: env.ADMIN_OBJECT_IDS },
    sessionAbsoluteMs: env.SESSION_ABSOLUTE_HOURS * 3_600_000,
    cloud: env.CLOUD,
    tenantId: env.TENANT_ID,
    clientId: env.CLIENT_ID,
    clientCredential: clientCredential(env),
    api: {
      /** What the `aud` of an access token for the portal's API may be. */
      audiences: env.API_AUDIENCES ?? [env.CLIENT_ID, `api://${env.CLIENT_ID}`],
      /** Origins whose scripts may call the API with an access token. */
      origins: env.API_ORIGINS,
    },
    /** With the tenant, without a slash at its end. */
    entraAuthority,
    authorityHost: new URL(entraAuthority).origin,
    armEndpoint: env.ARM_ENDPOINT ?? cloud.armEndpoint,
    armAudience: env.ARM_AUDIENCE ?? cloud.armAudience,
    graphEndpoint: env.GRAPH_ENDPOINT ?? cloud.graphEndpoint,
    graphAudience: env.GRAPH_AUDIENCE ?? cloud.graphAudience,
    defaultAudience: cloud.defaultAudience,
    github: github(env),
    /** Empty in production: where single issuers are that DNS does not know. */
    issuerResolve: env.ISSUER_RESOLVE ?? new Map(),
    sampleTokenUrl: env.SAMPLE_TOKEN_URL ?? null,
    logLevel: env.LOG_LEVEL,
    trustProxy: env.TRUST_PROXY,
    webRoot: env.WEB_ROOT ?? fileURLToPath(new URL('../../web/dist', import.meta.url)),
    /** Of the hosts that may show the portal in a frame; empty: none may. */
    embedOrigins: env.EMBED_ORIGINS,
    requestsPerMinute: env.REQUESTS_PER_MINUTE,
    /** Null: the regions of the dated data file. */
    unsupportedRegions: env.UNSUPPORTED_REGIONS ?? null,
    /** 1: as long as Azure was seen to take. */
    proofWaitScale: env.PROOF_WAIT_SCALE,
    beacon: { audience: env.BEACON_AUDIENCE, lifetimeMs: env.BEACON_MINUTES * 60_000 },
    inventory: {
      listsPerSecondPerSubscription: env.INVENTORY_LISTS_PER_SECOND_PER_SUBSCRIPTION,
      listsPerSecondPerTenant: env.INVENTORY_LISTS_PER_SECOND_PER_TENANT,
    },
    /** Cron expression in UTC by which the portal reads the tenant with its own identity; null: it does not. */
    inventorySchedule: env.INVENTORY_SCHEDULE ?? null,
    snapshotDays: env.SNAPSHOT_DAYS,
    setUp: {
      writesPerSecondPerIdentity: env.SET_UP_WRITES_PER_SECOND_PER_IDENTITY,
      writesPerSecondPerSubscription: env.SET_UP_WRITES_PER_SECOND_PER_SUBSCRIPTION,
      writesPerSecondPerTenant: env.SET_UP_WRITES_PER_SECOND_PER_TENANT,
    },
  }
}

/** `app` is null where the portal is not registered at GitHub: then only what is public can be looked up. */
function github(env: z.output<typeof Environment>) {
  const { GITHUB_CLIENT_ID: clientId, GITHUB_CLIENT_SECRET: clientSecret } = env
  if ((clientId === undefined) !== (clientSecret === undefined)) {
    const missing = clientId === undefined ? 'GITHUB_CLIENT_ID' : 'GITHUB_CLIENT_SECRET'
    throw new ConfigError(`${missing}: set it too, or neither it nor its partner`)
  }
  return {
    apiUrl: env.GITHUB_API_URL,
    issuerHost: issuerHostOf(env.GITHUB_API_URL),
    webUrl: env.GITHUB_WEB_URL,
    tokenUrl: env.GITHUB_TOKEN_URL ?? `${env.GITHUB_WEB_URL}/login/oauth/access_token`,
    app: clientId === undefined || clientSecret === undefined ? null : { clientId, clientSecret },
  }
}

/** How the portal proves to Entra that it is the registered application; the last two keep no secret. */
export type ClientCredential =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; readonly pem: string }
  | { readonly kind: 'managed-identity'; readonly clientId: string; readonly resource: string }
  | { readonly kind: 'kubernetes'; readonly tokenFile: string }

function clientCredential(env: z.output<typeof Environment>): ClientCredential {
  if (env.CLIENT_ASSERTION !== undefined) return assertion(env, env.CLIENT_ASSERTION)
  if (env.CLIENT_SECRET !== undefined) return { kind: 'secret', secret: env.CLIENT_SECRET }
  if (env.CLIENT_CERTIFICATE_PATH === undefined) {
    throw new ConfigError(
      'CLIENT_SECRET: set it, or CLIENT_CERTIFICATE_PATH or CLIENT_ASSERTION, so that Entra knows the portal',
    )
  }
  return { kind: 'certificate', pem: readCertificate(env.CLIENT_CERTIFICATE_PATH) }
}

function assertion(
  env: z.output<typeof Environment>,
  kind: 'managed-identity' | 'kubernetes',
): ClientCredential {
  // A secret that nobody needs is one that only leaks.
  for (const name of ['CLIENT_SECRET', 'CLIENT_CERTIFICATE_PATH'] as const) {
    if (env[name] !== undefined) throw new ConfigError(`${name}: leave it out where CLIENT_ASSERTION is set`)
  }
  if (kind === 'kubernetes') return { kind, tokenFile: env.AZURE_FEDERATED_TOKEN_FILE }
  if (env.MANAGED_IDENTITY_CLIENT_ID === undefined) {
    throw new ConfigError(
      'MANAGED_IDENTITY_CLIENT_ID: set it to the client ID of the identity that the registration trusts',
    )
  }
  return { kind, clientId: env.MANAGED_IDENTITY_CLIENT_ID, resource: clouds[env.CLOUD].defaultAudience }
}

function readCertificate(path: string): string {
  let pem: string
  try {
    pem = readFileSync(path, 'utf8')
  } catch (cause) {
    throw new ConfigError(`CLIENT_CERTIFICATE_PATH: the file ${path} cannot be read`, { cause })
  }
  const complete = /-----BEGIN CERTIFICATE-----/.test(pem) && /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem)
  if (!complete) {
    throw new ConfigError(
      `CLIENT_CERTIFICATE_PATH: ${path} must hold a certificate and its private key as PEM`,
    )
  }
  return pem
}
