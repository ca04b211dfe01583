import type { Config } from '../../config.ts'
import type { Database } from '../../db/database.ts'
import type { Directory } from '../../directory-port.ts'
import type { GithubLooks } from '../../domain/github-looks.ts'
import type { Guardrails } from '../../domain/guardrails.ts'
import type { Arm, Clock } from '../../ports.ts'

export interface PreflightDeps {
  readonly arm: Arm
  readonly clock: Clock
  readonly cloud: Config['cloud']
  readonly db: Database
  readonly directory: Directory
  readonly github: GithubLooks
  readonly guardrails: Guardrails
  /** Short names of regions whose identities take no trusts. */
  readonly regionsWithoutTrusts: readonly string[]
}
