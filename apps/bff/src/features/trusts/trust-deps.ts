import type { Config } from '../../config.ts'
import type { Database } from '../../db/database.ts'
import type { Directory } from '../../directory-port.ts'
import type { GithubLooks } from '../../domain/github-looks.ts'
import type { Guardrails } from '../../domain/guardrails.ts'
import type { WriteQueue } from '../../domain/write-queue.ts'
import type { Arm, Audit, Clock } from '../../ports.ts'

export interface TrustDeps {
  readonly arm: Arm
  readonly audit: Audit
  readonly clock: Clock
  readonly cloud: Config['cloud']
  readonly db: Database
  readonly directory: Directory
  readonly github: GithubLooks
  readonly guardrails: Guardrails
  readonly writes: WriteQueue
}
