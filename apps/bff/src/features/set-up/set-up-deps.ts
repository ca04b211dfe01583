import type { FastifyBaseLogger } from 'fastify'
import type { Config } from '../../config.ts'
import type { Database } from '../../db/database.ts'
import type { Directory } from '../../directory-port.ts'
import type { GithubLooks } from '../../domain/github-looks.ts'
import type { Guardrails } from '../../domain/guardrails.ts'
import type { Timer } from '../../domain/timer.ts'
import type { WriteQueue } from '../../domain/write-queue.ts'
import type { Arm, Audit, Clock } from '../../ports.ts'
import type { SetUpPace } from '../../domain/write-pace.ts'

export interface SetUpDeps {
  readonly arm: Arm
  readonly audit: Audit
  readonly clock: Clock
  readonly cloud: Config['cloud']
  readonly db: Database
  readonly directory: Directory
  readonly github: GithubLooks
  readonly guardrails: Guardrails
  readonly logger: FastifyBaseLogger
  readonly pace: SetUpPace
  /** Names of regions whose identities take no trusts. */
  readonly regionsWithoutTrusts: readonly string[]
  readonly timer: Timer
  readonly writes: WriteQueue
}
