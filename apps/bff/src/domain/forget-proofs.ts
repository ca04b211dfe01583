import { eq } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { trustProof } from '../db/schema.ts'
import { resourceKey } from './resource-ids.ts'

/** What was seen of a trust ends with its values: the same ones stored again are a new trust to Azure. */
export async function forgetProofs(db: Pick<Database, 'delete'>, resourceId: string): Promise<void> {
  await db.delete(trustProof).where(eq(trustProof.trustKey, resourceKey(resourceId)))
}
