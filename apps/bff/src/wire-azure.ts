import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { createArm } from './azure/arm.ts'
import { createExchange } from './azure/exchange.ts'
import { createGraph } from './azure/graph.ts'
import type { Config } from './config.ts'
import type { Database } from './db/database.ts'
import { createPool } from './db/pool.ts'
import { createAdvisoryLock } from './domain/advisory-lock.ts'
import { unsupportedRegions } from './domain/unsupported-regions.ts'
import type { GithubLooks } from './domain/github-looks.ts'
import { createWriteQueue, type WriteQueue } from './domain/write-queue.ts'
import { registerAccessRoutes } from './features/access/routes.ts'
import { registerApplicationRoutes } from './features/applications/routes.ts'
import { registerBeaconRoutes } from './features/beacons/routes.ts'
import { registerClusterRoutes } from './features/clusters/routes.ts'
import { registerIdentityRoutes } from './features/identities/routes.ts'
import { registerInventoryRoutes } from './features/inventory/routes.ts'
import { registerIssuerRoutes } from './features/issuers/routes.ts'
import { realTimer } from './domain/timer.ts'
import { registerPatternRoutes } from './features/patterns/routes.ts'
import { registerDiagnosisRoutes } from './features/diagnoses/routes.ts'
import { registerPreflightRoutes } from './features/preflight/routes.ts'
import { registerProofRoutes } from './features/proofs/routes.ts'
import { registerSetUpRoutes } from './features/set-up/routes.ts'
import { registerSubscriptionRoutes } from './features/subscriptions/routes.ts'
import { registerTrustRoutes } from './features/trusts/routes.ts'
import type { Directory } from './directory-port.ts'
import type { Arm, Clock } from './ports.ts'
import type { Services } from './services.ts'

export interface AzureWiring extends Services {
  readonly config: Config
  readonly database: Database
  readonly clock: Clock
  readonly github: GithubLooks
  readonly logger: FastifyBaseLogger
}

/** How long a write waits for its turn, here and again across replicas. */
const turnWaitMs = 10_000

/** Builds the Azure adapters (or takes their stand-ins from `overrides`), and registers the features that use them. */
export function wireAzure(
  app: FastifyInstance,
  wiring: AzureWiring,
): {
  arm: Arm
  directory: Directory
} {
  const { audit, clock, config, database: db, github, issuers, logger, overrides, tokens } = wiring
  const regionsWithoutTrusts = config.unsupportedRegions ?? unsupportedRegions.regions
  const arm =
    overrides.arm ??
    createArm({ endpoint: config.armEndpoint, tokens, clock, unsupportedRegions: regionsWithoutTrusts })
  const directory = overrides.directory ?? createGraph({ endpoint: config.graphEndpoint, tokens, clock })
  const exchange =
    overrides.exchange ??
    createExchange({ authority: config.entraAuthority, armAudience: config.armAudience, clock })
  const writes = createWrites(app, wiring)

  registerSubscriptionRoutes(app, { arm, audit, writes, regionsWithoutTrusts })
  registerIdentityRoutes(app, { arm, audit, writes })
  registerApplicationRoutes(app, { audit, directory })
  registerClusterRoutes(app, { arm })
  registerIssuerRoutes(app, { issuers })
  registerAccessRoutes(app, { arm, audit })
  registerTrustRoutes(app, { arm, audit, clock, cloud: config.cloud, db, directory, github, writes })
  registerPreflightRoutes(app, {
    arm,
    clock,
    cloud: config.cloud,
    db,
    directory,
    github,
    regionsWithoutTrusts,
  })
  registerDiagnosisRoutes(app, { arm, clock, cloud: config.cloud, db, directory })
  const { inventory: pace } = config
  registerInventoryRoutes(app, { arm, clock, db, directory, logger, pace, timer: realTimer })
  registerSetUpRoutes(app, {
    arm,
    audit,
    clock,
    cloud: config.cloud,
    db,
    directory,
    github,
    logger,
    pace: { ...config.setUp, listsPerSecondPerSubscription: pace.listsPerSecondPerSubscription },
    regionsWithoutTrusts,
    timer: overrides.timer ?? realTimer,
    writes,
  })
  const timer = overrides.timer ?? realTimer
  registerProofRoutes(app, {
    arm,
    audit,
    clock,
    cloud: config.cloud,
    db,
    directory,
    exchange,
    issuers,
    timer,
    waitScale: config.proofWaitScale,
  })
  const { beacon } = config
  const settings = { ...beacon, portalOrigin: config.portalOrigin }
  registerBeaconRoutes(app, { arm, audit, clock, db, directory, issuers, settings, timer })
  registerPatternRoutes(app, { arm, audit, clock, db, directory, writes })
  return { arm, directory }
}

/** Locks have connections of their own: whoever holds one still needs the others. */
function createWrites(app: FastifyInstance, { database, logger }: AzureWiring): WriteQueue {
  const { connectionString = '' } = database.$client.options
  const locks = createPool({
    connectionString,
    max: 20,
    onError: (error) => logger.warn({ err: error }, 'a connection for locks was lost'),
  })
  app.addHook('onClose', () => locks.end())
  return createWriteQueue(createAdvisoryLock(locks, turnWaitMs), turnWaitMs)
}
