import type { FastifyBaseLogger } from 'fastify'
import { createAudit } from './audit/activity-log.ts'
import { Entra } from './auth/entra-metadata.ts'
import { createMsalClientFactory } from './auth/msal-client.ts'
import type { FindingRuns } from './features/findings/finding-runs.ts'
import { createBearerDoor, type BearerDoor } from './auth/bearer/bearer-door.ts'
import { createGrantTokens } from './auth/bearer/grant-tokens.ts'
import { GrantStore } from './auth/bearer/grant-store.ts'
import { createPortalTokens } from './auth/portal-tokens.ts'
import { Sealer } from './auth/sealing.ts'
import { entraSignIn, SignInAttempts } from './auth/sign-in-attempts.ts'
import type { SignInParts } from './auth/sign-in-parts.ts'
import { createTokenSource } from './auth/token-source.ts'
import { tokensByDoor } from './auth/tokens-by-door.ts'
import type { Config } from './config.ts'
import type { Database } from './db/database.ts'
import type { Directory } from './directory-port.ts'
import { createIssuers } from './domain/issuers.ts'
import type { Timer } from './domain/timer.ts'
import { createGuardedFetch } from './guarded-fetch/guarded-fetch.ts'
import type { Issuers } from './issuer-port.ts'
import type { Arm, Audit, Clock, Exchange, TokenSource } from './ports.ts'
import { SessionStore } from './sessions/session-store.ts'

/** Stand-ins for the network edge, in tests. */
export interface PortOverrides {
  readonly arm?: Arm
  readonly directory?: Directory
  readonly exchange?: Exchange
  readonly issuers?: Issuers
  readonly tokens?: TokenSource
  /** Who judges what was read. */
  readonly findings?: FindingRuns
  /** Of set-ups. */
  readonly timer?: Timer
}

export interface ServiceOptions {
  readonly config: Config
  readonly database: Database
  readonly clock: Clock
  readonly logger: FastifyBaseLogger
  readonly overrides: PortOverrides
}

/** What features and adapters share. */
export interface Services {
  readonly sessions: SessionStore
  /** Of who comes with an access token. */
  readonly grants: GrantStore
  readonly bearerDoor: BearerDoor
  readonly tokens: TokenSource
  readonly audit: Audit
  readonly signIn: SignInParts
  readonly entra: Entra
  readonly issuers: Issuers
  readonly overrides: PortOverrides
}

export function createServices({ config, database, clock, logger, overrides }: ServiceOptions): Services {
  const sealer = new Sealer(config.sessionKeys)
  const limits = { idleMs: config.sessionIdleMs, absoluteMs: config.sessionAbsoluteMs }
  const sessions = new SessionStore(database, sealer, clock, limits)
  const audit = createAudit(database, clock)
  const entra = new Entra(config.entraAuthority, clock)
  const { clientId, clientCredential, tenantId } = config
  const msal = createMsalClientFactory({ clientId, clientCredential, entra })
  const armScope = `${config.armAudience}/user_impersonation`
  const signIn: SignInParts = {
    tenantId,
    clientId,
    redirectUri: `${config.portalOrigin}/auth/callback`,
    scopes: [armScope],
    entra,
    msal,
    administrators: config.administrators,
    attempts: new SignInAttempts(database, sealer, clock, entraSignIn),
    sessions,
    audit,
    clock,
  }
  const grants = new GrantStore(database, sealer, clock)
  const bearerDoor = createBearerDoor({
    expected: { audiences: config.api.audiences, tenantId },
    entra,
    grants,
    administrators: config.administrators,
    audit,
    clock,
    logger,
  })
  const graphScope = `${config.graphAudience}/.default`
  const tokens =
    overrides.tokens ??
    tokensByDoor({
      cookie: createTokenSource({ sessions, msal, armScope, graphScope }),
      bearer: createGrantTokens({ grants, msal, clientId, armScope, graphScope }),
      nobody: createPortalTokens({ msal, clock, armScope: `${config.armAudience}/.default`, graphScope }),
    })
  const issuers =
    overrides.issuers ??
    createIssuers({ fetch: createGuardedFetch({ resolve: config.issuerResolve }), clock })
  return { sessions, grants, bearerDoor, tokens, audit, signIn, entra, issuers, overrides }
}
