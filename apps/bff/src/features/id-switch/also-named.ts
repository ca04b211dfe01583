import type { TrustParent, TrustRef } from '@trustwright/shared-schemas'
import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { personOwner, type StoredTrust } from '../../domain/inventory-rows.ts'
import type { Caller, StoredCredential } from '../../ports.ts'

/** So many are told: they are a warning, not a list to work on. */
const most = 50

interface Asked {
  readonly parent: TrustParent
  readonly parentKey: string
  readonly trust: StoredCredential
  /** The others of the same identity or application, as they are stored now. */
  readonly others: readonly StoredCredential[]
  /** `contoso/pay-api`; null where the trust names none. */
  readonly repository: string | null
}

interface Named extends TrustRef {
  readonly parentKey: string
  readonly subject: string | null
}

/**
 * Other trusts of the repository that name it without IDs, and have none with IDs beside them: GitHub switches a repository
 * as a whole. Those of other identities are known from the person's inventory.
 */
export async function findAlsoNamed(
  db: Database,
  caller: Caller,
  { parent, parentKey, trust, others, repository }: Asked,
): Promise<{ alsoNamed: TrustRef[]; isInventoryRead: boolean }> {
  if (repository === null) return { alsoNamed: [], isInventoryRead: true }
  const known = await readNaming(db, personOwner(caller), trust.issuer, repository)
  const beside = others
    .filter(({ issuer }) => issuer === trust.issuer)
    .map(({ name, subject }): Named => ({ parent, parentKey, trustName: name, subject }))
  const elsewhere = known.filter((one) => one.parentKey !== parentKey)
  const groups = Map.groupBy([...beside, ...elsewhere], (one) => one.parentKey)
  const open = [...groups.values()].flatMap((group) => withoutSuccessor(group, repository))
  return {
    alsoNamed: open.slice(0, most).map(({ parent: of, trustName }): TrustRef => ({ parent: of, trustName })),
    isInventoryRead: known.length > 0 || (await isRead(db, personOwner(caller))),
  }
}

function withoutSuccessor(group: readonly Named[], repository: string): Named[] {
  const prefix = `repo:${repository}:`.toLowerCase()
  const plain = new Set(
    group.flatMap(({ subject }) => {
      const text = subject ?? ''
      return /^repo:[^:/]+@\d+\/[^:]+@\d+:/.test(text) ? [text.replaceAll(/@\d+(?=[/:])/g, '')] : []
    }),
  )
  return group.filter(
    ({ subject }) => subject !== null && subject.toLowerCase().startsWith(prefix) && !plain.has(subject),
  )
}

async function readNaming(db: Database, owner: string, issuer: string, repository: string): Promise<Named[]> {
  const [name, project] = repository.toLowerCase().split('/', 2)
  const { rows } = await db.execute<{
    body: StoredTrust
    parent_key: string
  }>(sql`select v.body, v.parent_key from inventory_version v
    where v.owner = ${owner} and v.kind = 'trust' and v.until_scan is null
      and v.body->'credential'->>'issuer' = ${issuer}
      and regexp_replace(split_part(lower(v.body->'credential'->>'subject'), ':', 2), '@[0-9]+', '', 'g')
        = ${`${name ?? ''}/${project ?? ''}`}
    order by v.key limit 1000`)
  return rows.map(({ body: { parent, credential }, parent_key: parentKey }) => ({
    parent,
    parentKey,
    trustName: credential.name,
    subject: credential.subject,
  }))
}

async function isRead(db: Database, owner: string): Promise<boolean> {
  const { rows } = await db.execute(sql`select from inventory_version v where v.owner = ${owner} limit 1`)
  return rows.length > 0
}
