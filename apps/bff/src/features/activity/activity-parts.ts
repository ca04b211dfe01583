import type { Database } from '../../db/database.ts'
import type { IdentityReader } from '../../ports.ts'

export interface ActivityParts {
  readonly database: Database
  readonly identities: IdentityReader
}
