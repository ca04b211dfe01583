import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { approvedTrusts } from './approved-trusts.ts'
import { createArm } from './azure/arm.ts'
import { createExchange } from './azure/exchange.ts'
import { createGraph } from './azure/graph.ts'
import type { Config } from './config.ts'
import type { Database } from './db/database.ts'
import { createPool } from './db/pool.ts'
import { createAdvisoryLock } from './domain/advisory-lock.ts'
import { holderOf } from './domain/credential-holder.ts'
import { createGuardrails } from './domain/guardrails.ts'
import { createOwnGroups } from './domain/own-groups.ts'
import { unsupportedRegions } from './domain/unsupported-regions.ts'
import type { GithubLooks } from './domain/github-looks.ts'
import { createWritePace } from './domain/write-pace.ts'
import { createWriteQueue, type WriteQueue } from './domain/write-queue.ts'
import { registerAccessRoutes } from './features/access/routes.ts'
import { registerApplicationRoutes } from './features/applications/routes.ts'
import { registerBeaconRoutes } from './features/beacons/routes.ts'
import { registerClusterRoutes } from './features/clusters/routes.ts'
import { createFindingRuns, type FindingRuns } from './features/findings/finding-runs.ts'
import type { GithubAccess } from './features/findings/outside/look-up-repositories.ts'
import { registerFixRoutes } from './features/findings/fixes/fix-routes.ts'
import { createFixRuns } from './features/findings/fixes/runs/create-fix-runs.ts'
import { registerFindingRoutes } from './features/findings/routes.ts'
import { eventsOf } from './features/activity/events-of.ts'
import { registerIdSwitchRoutes } from './features/id-switch/routes.ts'
import { registerIdentityRoutes } from './features/identities/routes.ts'
import { createSignInReadings } from './features/inventory/facts/sign-in-readings.ts'
import { registerInventoryRoutes } from './features/inventory/routes.ts'
import { registerIssuerRoutes } from './features/issuers/routes.ts'
import { realTimer } from './domain/timer.ts'
import { registerPatternRoutes } from './features/patterns/routes.ts'
import { registerDiagnosisRoutes } from './features/diagnoses/routes.ts'
import { registerPreflightRoutes } from './features/preflight/routes.ts'
import { registerDirectoryRoutes } from './features/directory/routes.ts'
import { registerPolicyRoutes } from './features/policies/routes.ts'
import { registerProofRoutes } from './features/proofs/routes.ts'
import { registerRemovalRoutes } from './features/removals/routes.ts'
import { registerRequestRoutes } from './features/requests/routes.ts'
import { registerReviewRoutes } from './features/reviews/routes.ts'
import { registerSetUpRoutes } from './features/set-up/routes.ts'
import { registerSubscriptionRoutes } from './features/subscriptions/routes.ts'
import { changeTrust } from './features/trusts/change-trust.ts'
import { createTrust } from './features/trusts/create-trust.ts'
import { deleteTrust } from './features/trusts/delete-trust.ts'
import { registerTrustHistoryRoutes } from './features/trust-history/routes.ts'
import { registerTrustRoutes } from './features/trusts/routes.ts'
import { createJobs } from './jobs/jobs.ts'
import type { Directory } from './directory-port.ts'
import type { Arm, Clock } from './ports.ts'
import type { Services } from './services.ts'

export interface AzureWiring extends Services {
  readonly config: Config
  readonly database: Database
  readonly clock: Clock
  readonly github: GithubLooks
  readonly githubAccess: GithubAccess
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
  const findings = overrides.findings ?? createFindings(app, wiring)
  const guardrails = createGuardrails(db, createOwnGroups(directory, clock))

  registerSubscriptionRoutes(app, { arm, audit, writes, regionsWithoutTrusts })
  registerIdentityRoutes(app, { arm, audit, writes })
  registerApplicationRoutes(app, { audit, directory })
  registerClusterRoutes(app, { arm })
  registerDirectoryRoutes(app, { directory })
  registerIssuerRoutes(app, { issuers })
  registerAccessRoutes(app, { arm, audit, guardrails })
  const trusts = { arm, audit, clock, cloud: config.cloud, db, directory, github, guardrails, writes }
  registerTrustRoutes(app, trusts)
  registerPolicyRoutes(app, {
    audit,
    clock,
    db,
    onSaved: (tenantId) => void findings.refreshAll(tenantId),
  })
  registerPreflightRoutes(app, {
    arm,
    clock,
    cloud: config.cloud,
    db,
    directory,
    github,
    guardrails,
    regionsWithoutTrusts,
  })
  registerDiagnosisRoutes(app, { arm, clock, cloud: config.cloud, db, directory })
  registerFindingRoutes(app, { audit, clock, db, portalOrigin: config.portalOrigin, runs: findings })
  registerTrustHistoryRoutes(app, { arm, clock, db, directory, readEvents: eventsOf(db) })
  registerIdSwitchRoutes(app, {
    arm,
    cloud: config.cloud,
    db,
    directory,
    github,
    remove: (caller, { parent, trustName }, { fingerprint, ...options }) =>
      deleteTrust(trusts, caller, holderOf({ arm, directory }, parent), trustName, fingerprint, options),
  })
  const { inventory: pace } = config
  const timer = overrides.timer ?? realTimer
  const writeLimits = {
    ...config.setUp,
    listsPerSecondPerSubscription: pace.listsPerSecondPerSubscription,
  }
  const writePace = createWritePace(writeLimits, clock, timer)
  const fixRuns = createFixRuns({
    arm,
    clock,
    db,
    directory,
    logger,
    pace: writeLimits,
    timer,
    trusts: {
      create: (caller, holder, trust) => createTrust(trusts, caller, holder, trust),
      change: (caller, holder, name, change) => changeTrust(trusts, caller, holder, name, change),
      remove: (caller, holder, name, print) => deleteTrust(trusts, caller, holder, name, print),
    },
    writePace,
  })
  app.addHook('preClose', () => fixRuns.close())
  registerRemovalRoutes(app, { db, fixRuns, pace: writeLimits })
  registerFixRoutes(app, { clock, cloud: config.cloud, db, fixRuns, guardrails, pace: writeLimits })
  const jobs = createJobs(db.$client, logger)
  registerReviewRoutes(app, {
    audit,
    clock,
    cloud: config.cloud,
    db,
    directory,
    jobs,
    logger,
    pace: writePace,
    remove: (caller, parent, { name, fingerprint }) =>
      deleteTrust(trusts, caller, holderOf({ arm, directory }, parent), name, fingerprint),
    secondsPerWrite: 1 / config.setUp.writesPerSecondPerIdentity,
    timer,
  })
  registerInventoryRoutes(app, {
    arm,
    clock,
    db,
    directory,
    findings,
    jobs,
    logger,
    pace,
    schedule: config.inventorySchedule,
    signIns: createSignInReadings(clock),
    snapshotDays: config.snapshotDays,
    tenantId: config.tenantId,
    timer: realTimer,
  })
  const setUps = { ...trusts, logger, pace: writeLimits, regionsWithoutTrusts, timer }
  registerRequestRoutes(app, {
    audit,
    clock,
    cloud: config.cloud,
    db,
    guardrails,
    setUps: registerSetUpRoutes(app, setUps, writePace),
    trusts: approvedTrusts(trusts),
  })
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

function createFindings(app: FastifyInstance, wiring: AzureWiring): FindingRuns {
  const { clock, config, database: db, githubAccess: github, issuers, logger } = wiring
  const findings = createFindingRuns({ clock, cloud: config.cloud, db, github, issuers, logger })
  app.addHook('onClose', () => findings.close())
  return findings
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
