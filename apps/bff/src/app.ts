import cookie from '@fastify/cookie'
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type RouteOptions,
} from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { randomUUID } from 'node:crypto'
import { registerAuthRoutes } from './auth/auth-routes.ts'
import { closeAbandonedEvents } from './audit/close-abandoned.ts'
import type { Config } from './config.ts'
import type { Database } from './db/database.ts'
import { registerActivityRoutes } from './features/activity/routes.ts'
import { sweepBeacons } from './features/beacons/sweep-beacons.ts'
import { registerDraftRoutes } from './features/drafts/routes.ts'
import { sweepDrafts } from './features/drafts/sweep-drafts.ts'
import { sweepFindings } from './features/findings/sweep-findings.ts'
import { sweepFixes } from './features/findings/fixes/sweep-fixes.ts'
import { registerSessionRoutes } from './features/session/routes.ts'
import { sweepRuns } from './features/set-up/sweep-runs.ts'
import { registerViewRoutes } from './features/views/routes.ts'
import { registerCors } from './plugins/cors.ts'
import { registerDocs } from './plugins/docs.ts'
import { registerDrain } from './plugins/drain.ts'
import { registerErrors, sendProblem } from './plugins/errors.ts'
import { registerHealth } from './plugins/health.ts'
import { registerHousekeeping } from './plugins/housekeeping.ts'
import { registerRateLimit } from './plugins/rate-limit.ts'
import { registerRequestGuard } from './plugins/request-guard.ts'
import { registerRequestLog } from './plugins/request-log.ts'
import { registerRouteRules } from './plugins/route-rules.ts'
import { headersOf, registerSecurityHeaders } from './plugins/security-headers.ts'
import { registerUnknownApi } from './plugins/unknown-api.ts'
import { registerWebApp } from './plugins/web-app.ts'
import { registerWellFormed } from './plugins/well-formed.ts'
import type { Clock } from './ports.ts'
import { createServices, type PortOverrides } from './services.ts'
import { wireAzure } from './wire-azure.ts'
import { wireGithub } from './wire-github.ts'

export interface AppDeps {
  readonly config: Config
  readonly database: Database
  readonly clock: Clock
  readonly logger: FastifyBaseLogger
  /** Stand-ins for the network edge, in tests. */
  readonly overrides?: PortOverrides
  /** Told of every route, for tests over all of them. */
  readonly onRoute?: (route: RouteOptions) => void
}

/** Builds the whole application. It answers `inject` at once and listens only when told to. */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const { config, database, clock, logger } = deps
  const app = createServer(config, logger)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.removeContentTypeParser('text/plain')
  const services = createServices({ config, database, clock, logger, overrides: deps.overrides ?? {} })

  registerRouteRules(app, deps.onRoute)
  registerWellFormed(app)
  registerErrors(app)
  registerRequestLog(app)
  registerSecurityHeaders(app, config.portalOrigin)
  registerCors(app, config.api.origins)
  await app.register(cookie)
  registerRequestGuard(app, {
    portalOrigin: config.portalOrigin,
    sessions: services.sessions,
    bearerDoor: services.bearerDoor,
    adminRole: config.administrators.appRole,
  })
  await registerRateLimit(app, config.requestsPerMinute)
  await registerDocs(app)

  registerDrain(app)
  registerHousekeeping(app, [
    { what: 'old sessions', run: () => services.sessions.sweep() },
    { what: 'old access tokens', run: () => services.grants.sweep() },
    { what: 'old drafts', run: () => sweepDrafts({ clock, db: database }) },
    { what: 'old beacons', run: () => sweepBeacons({ clock, db: database }) },
    { what: 'open events of dead replicas', run: async () => void (await closeAbandonedEvents(database)) },
    {
      what: 'findings fixed long ago',
      run: () => sweepFindings({ clock, db: database, days: config.snapshotDays }),
    },
    { what: 'old runs of fixes', run: () => sweepFixes({ clock, db: database }) },
    { what: 'old set-up runs', run: () => sweepRuns({ clock, db: database }) },
  ])
  registerHealth(app, database)
  registerAuthRoutes(app, services.signIn)
  registerSessionRoutes(app, { config, logger, ...services })
  const { connections, github, looks } = wireGithub(app, { config, database, clock, ...services })
  const { arm, directory } = wireAzure(app, {
    config,
    database,
    clock,
    github: looks,
    githubAccess: { connections, github },
    logger,
    ...services,
  })
  registerDraftRoutes(app, { clock, db: database })
  registerViewRoutes(app, { audit: services.audit, clock, db: database })
  registerActivityRoutes(app, { arm, audit: services.audit, database, directory })
  registerUnknownApi(app)
  await registerWebApp(app, {
    webRoot: config.webRoot,
    embed: { hosts: config.embedOrigins, clientId: config.clientId, authority: config.entraAuthority },
  })
  return app
}

function createServer(config: Config, logger: FastifyBaseLogger): FastifyInstance {
  return fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: config.trustProxy,
    bodyLimit: 64 * 1024,
    requestTimeout: 30_000,
    // A busy machine may need longer than Fastify's ten seconds to start; it then starts late, instead of not at all.
    pluginTimeout: 60_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    // What comes on an open connection while the portal closes is answered, and the connection closed after it.
    return503OnClosing: false,
    // Node looks for late requests every 30 seconds unless told otherwise.
    http: { maxHeaderSize: 16 * 1024, headersTimeout: 5_000, connectionsCheckingInterval: 2_000 },
    routerOptions: { maxParamLength: 256 },
    frameworkErrors: (error, request, reply) => {
      // Raised before any hook ran, so the answer gets no headers but these.
      reply.headers(headersOf('api'))
      sendProblem(error, request, reply)
    },
  })
}
