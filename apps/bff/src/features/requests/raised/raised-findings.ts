import { findTrustFindings, type Finding, type FindingInventory } from '@trustwright/federation'
import type { RaisedFinding, RequestReview } from '@trustwright/shared-schemas'
import { desc, eq, inArray, and } from 'drizzle-orm'
import { inventoryScan } from '../../../db/schema-inventory.ts'
import { readInventoryFacts } from '../../../domain/inventory-facts.ts'
import { personOwner, portalOwner } from '../../../domain/inventory-rows.ts'
import { readPolicySettings } from '../../../domain/policy-settings.ts'
import type { Caller } from '../../../ports.ts'
import type { RequestDeps } from '../request-deps.ts'
import type { RequestRow } from '../to-request.ts'
import { draftInventory } from './draft-inventory.ts'

type Deps = Pick<RequestDeps, 'clock' | 'cloud' | 'db' | 'setUps'>
const mostRaised = 50

/**
 * What the findings would list once it is stored, beside what they list already. Judged over the identities that it is about and
 * the trusts that share a subject with it, as the administrator's newest inventory tells them, or the portal's.
 */
export async function raisedFindings(
  deps: Deps,
  caller: Caller,
  asked: RequestRow['asked'],
): Promise<Pick<RequestReview, 'accessKnown' | 'findings'>> {
  const { clock, cloud, db } = deps
  const draft = await draftInventory(deps, caller, asked)
  const owner = await ownerOf(deps, caller)
  const { parentKeys, subjects } = draft
  const [{ inventory }, settings] = await Promise.all([
    readInventoryFacts(db, owner, undefined, { parentKeys, subjects }),
    readPolicySettings(db, caller.tenantId),
  ])
  const now = new Date(clock.now()).toISOString()
  const judged = (rows: FindingInventory) =>
    findTrustFindings({ ...rows, cloud, tenantId: caller.tenantId }, settings, now).findings
  const before = new Set(judged(inventory).map(({ key }) => key))
  const after = judged(draft.over(inventory))
  const mine = new Set(parentKeys)
  const raised = after.filter(({ key, parentKey }) => mine.has(parentKey) && !before.has(key))
  return {
    accessKnown: draft.isAccessKnown(inventory),
    findings: raised.slice(0, mostRaised).map(toRaised),
  }
}

/** The administrator's own inventory where they have one. */
async function ownerOf({ db }: Deps, caller: Caller): Promise<string> {
  const own = personOwner(caller)
  const [newest] = await db
    .select({ owner: inventoryScan.owner })
    .from(inventoryScan)
    .where(and(eq(inventoryScan.state, 'finished'), inArray(inventoryScan.owner, [own, portalOwner])))
    .orderBy(desc(inventoryScan.startedAt))
    .limit(1)
  return newest?.owner ?? own
}

function toRaised({
  docs,
  evidence,
  fix,
  parentName,
  rule,
  severity,
  text,
  title,
  trustName,
}: Finding): RaisedFinding {
  return { rule, severity, title, text, evidence, fix: fix.text, docs, trustName, parentName }
}
