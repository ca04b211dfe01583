import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { TrustParent } from '@trustwright/shared-schemas'
import type { Database } from '../../../../db/database.ts'
import { trustProof } from '../../../../db/schema.ts'
import { inventoryScan, inventoryVersion } from '../../../../db/schema-inventory.ts'
import { fingerprintOf } from '../../../../domain/fingerprint.ts'
import type { StoredTrust } from '../../../../domain/inventory-rows.ts'
import { resourceKey } from '../../../../domain/resource-ids.ts'
import type { StoredCredential } from '../../../../ports.ts'

/** A trust as the newest inventory has it. */
export interface KnownTrust {
  readonly key: string
  readonly parentKey: string
  readonly parent: TrustParent
  readonly credential: StoredCredential
  readonly fingerprint: string
  /** Exactly these values were seen working. */
  readonly isSeen: boolean
}

/** All trusts of these parents. */
export async function readSiblings(
  db: Database,
  owner: string,
  parentKeys: readonly string[],
): Promise<readonly KnownTrust[]> {
  if (parentKeys.length === 0) return []
  const { key, parentKey, kind, untilScan } = inventoryVersion
  const rows = await db
    .select({ key, parentKey, body: inventoryVersion.body })
    .from(inventoryVersion)
    .where(
      and(
        eq(inventoryVersion.owner, owner),
        eq(kind, 'trust'),
        isNull(untilScan),
        inArray(parentKey, [...parentKeys]),
      ),
    )
  const trusts = rows.map(({ body, ...row }) => {
    // The kind tells which body a row has.
    const { parent, credential } = body as StoredTrust
    return { ...row, parent, credential, fingerprint: fingerprintOf(credential) }
  })
  const seen = await readSeen(db, trusts)
  return trusts.map((trust) => ({ ...trust, isSeen: seen.has(printKey(trust)) }))
}

type Printed = Pick<KnownTrust, 'credential' | 'fingerprint'>

function printKey({ credential, fingerprint }: Printed): string {
  return `${resourceKey(credential.id)} ${fingerprint}`
}

async function readSeen(db: Database, trusts: readonly Printed[]): Promise<ReadonlySet<string>> {
  if (trusts.length === 0) return new Set()
  const rows = await db
    .select({ key: trustProof.trustKey, fingerprint: trustProof.fingerprint })
    .from(trustProof)
    .where(
      and(
        inArray(
          trustProof.trustKey,
          trusts.map(({ credential }) => resourceKey(credential.id)),
        ),
        inArray(trustProof.means, ['exchange', 'sign-in-log']),
      ),
    )
  return new Set(rows.map(({ key, fingerprint }) => `${key} ${fingerprint}`))
}

/** The newest finished run of an owner. */
export async function readNewestScan(
  db: Database,
  owner: string,
): Promise<{ readonly scan: number; readonly readAt: Date } | null> {
  const { number, finishedAt, startedAt, state } = inventoryScan
  const [newest] = await db
    .select({ number, finishedAt, startedAt })
    .from(inventoryScan)
    .where(and(eq(inventoryScan.owner, owner), eq(state, 'finished')))
    .orderBy(desc(number))
    .limit(1)
  return newest === undefined ? null : { scan: newest.number, readAt: newest.finishedAt ?? newest.startedAt }
}
