import { suggestDecision, type Fact, type Finding, type LastUse } from '@trustwright/federation'
import { findingSeverities } from '@trustwright/shared-schemas'
import type { Database } from '../../../db/database.ts'
import type { FrozenItem } from '../../../db/schema-reviews.ts'
import { fingerprintOf } from '../../../domain/fingerprint.ts'
import { readTrustsOf, type KnownTrust } from '../../../domain/inventory-pages.ts'
import type { ItemRecord } from '../find-review.ts'
import { keysOf } from './choose-trusts.ts'
import { readEarlier, sinceOf, type Earlier } from './earlier-reviews.ts'
import { findingsByKey, type FindingsOf } from './open-findings.ts'
import { identityNameOf, opens, ownerIdsOf } from './parent-words.ts'
import { stateOf } from './state-of.ts'

/** Everything of one trust that a decision rests on, as an inventory holds it now. */
export type FrozenFacts = Pick<
  ItemRecord,
  'trustKey' | 'parentKey' | 'fingerprint' | 'inventoryPrint' | 'ownerIds' | 'severity' | 'body'
>

/** By the key of the trust; those that the inventory does not hold are left out. At most some hundred keys. */
export async function readFrozenFacts(
  db: Pick<Database, 'select' | 'selectDistinctOn'>,
  of: FindingsOf,
  keys: readonly string[],
): Promise<ReadonlyMap<string, FrozenFacts>> {
  const known = await readTrustsOf(db, of.owner, keys)
  if (known.length === 0) return new Map()
  const { parentKeys, trustKeys } = keysOf(known)
  const findings = await findingsByKey(db, of, { trustKeys, parentKeys })
  const earlier = await readEarlier(db, of.tenantId, trustKeys)
  return new Map(
    known.map((trust) => {
      const ofIt = [...(findings.get(trust.key) ?? []), ...(findings.get(trust.parentKey) ?? [])]
      const facts = {
        trustKey: trust.key,
        parentKey: trust.parentKey,
        fingerprint: fingerprintOf(trust.stored.credential),
        inventoryPrint: trust.print,
        ownerIds: ownerIdsOf(trust.parent),
        severity: findingSeverities.find((each) => ofIt.some(({ severity }) => severity === each)) ?? null,
        body: bodyOf(trust, ofIt, { now: of.now, earlier: earlier.get(trust.key) }),
      }
      return [trust.key, facts]
    }),
  )
}

function bodyOf(
  known: KnownTrust,
  findings: readonly Finding[],
  { now, earlier }: { readonly now: Date; readonly earlier: Earlier | undefined },
): FrozenItem {
  const { lastUse, parent, parentKey, stored } = known
  const { audiences, description, expression, id, issuer, name, subject } = stored.credential
  const state = stateOf(known)
  return {
    parent: stored.parent,
    identityName: identityNameOf(parent, parentKey),
    trust: {
      id,
      name,
      issuer,
      subject,
      expression: expression ?? null,
      description: description ?? null,
    },
    audiences: [...audiences],
    opens: parent === undefined ? null : opens(parent),
    owners: parent?.owners.known ? parent.owners.value.map(({ displayName }) => displayName) : null,
    lastUse: lastUseWords(lastUse),
    findings: findings.map(({ docs, evidence, fix, rule, severity, text, title }) => ({
      rule,
      severity,
      title,
      text,
      evidence,
      fix: fix.text,
      docs,
    })),
    suggestion: suggestDecision({ findings, lastUse }, now.toISOString()),
    since: earlier === undefined ? null : sinceOf(earlier, state),
    state,
  }
}

function lastUseWords(lastUse: Fact<LastUse>): string {
  if (!lastUse.known) return 'Whether anybody uses it could not be read.'
  const { value } = lastUse
  return value.state === 'used'
    ? `Last used on ${value.at.slice(0, 10)}.`
    : `Never used since ${value.watchedSince.slice(0, 10)}, when the portal began to watch.`
}
