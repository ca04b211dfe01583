import type { Database } from '../../db/database.ts'
import type { Directory } from '../../directory-port.ts'
import type { Audit, IdentityReader, SubscriptionReader } from '../../ports.ts'

export interface ActivityParts {
  readonly audit: Audit
  readonly database: Database
  readonly directory: Pick<Directory, 'readApplication' | 'findServicePrincipal'>
  readonly arm: IdentityReader & SubscriptionReader
}
