import type { StoredFinding } from '@trustwright/shared-schemas'
import { and, eq } from 'drizzle-orm'
import { finding } from '../../db/schema-findings.ts'
import { PortalError } from '../../errors.ts'
import type { FindingDeps } from './finding-deps.ts'
import { selectFindings, toStored } from './stored-findings.ts'
import type { Whose } from './whose.ts'

/** One finding, in whatever state it is. Throws NOT_FOUND: its facts changed, or it was never found. */
export async function readFinding(
  { clock, db }: Pick<FindingDeps, 'clock' | 'db'>,
  { tenantId, owner }: Whose,
  hash: string,
): Promise<StoredFinding> {
  const [row] = await selectFindings(db, new Date(clock.now()))
    .where(and(eq(finding.tenantId, tenantId), eq(finding.owner, owner), eq(finding.keyHash, hash)))
    .limit(1)
  if (row === undefined) {
    throw new PortalError('NOT_FOUND', {
      detail:
        'There is no such finding: a fact of it changed, which makes it another one, or it was never found.',
      nextStep: 'Look at the findings as they are now.',
    })
  }
  return toStored(row)
}
