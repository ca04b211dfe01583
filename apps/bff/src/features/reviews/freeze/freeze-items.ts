import { suggestDecision, type Fact, type Finding, type LastUse } from '@trustwright/federation'
import type { Transaction } from '../../../db/in-transaction.ts'
import { reviewItem, type FrozenItem } from '../../../db/schema-reviews.ts'
import { fingerprintOf } from '../../../domain/fingerprint.ts'
import { readTrustsOf, type KnownTrust } from '../../../domain/inventory-pages.ts'
import { keysOf, type Chosen } from './choose-trusts.ts'
import { readEarlier, sinceOf, type Earlier } from './earlier-reviews.ts'
import { findingsByKey } from './open-findings.ts'
import { identityNameOf, opens, ownerIdsOf } from './parent-words.ts'
import { portionsOf } from './portions.ts'
import { stateOf } from './state-of.ts'

/**
 * Keeps the chosen trusts with everything that a decision rests on, as it stands now, some hundred at a time. One that went
 * meanwhile is left out. Answers how many they are.
 */
export async function freezeItems(
  tx: Transaction,
  at: { readonly reviewId: string; readonly tenantId: string; readonly now: Date },
  { owner, trusts }: Pick<Chosen, 'owner' | 'trusts'>,
): Promise<number> {
  const { now, reviewId, tenantId } = at
  let frozen = 0
  for (const some of portionsOf(trusts)) {
    const known = new Map(
      (
        await readTrustsOf(
          tx,
          owner,
          some.map(({ key }) => key),
        )
      ).map((trust) => [trust.key, trust]),
    )
    const { parentKeys, trustKeys } = keysOf([...known.values()])
    if (trustKeys.length === 0) continue
    const findings = await findingsByKey(tx, { now, tenantId, owner }, { trustKeys, parentKeys })
    const earlier = await readEarlier(tx, tenantId, trustKeys)
    const rows = some.flatMap(({ key, severity }) => {
      const trust = known.get(key)
      if (trust === undefined) return []
      const ofIt = [...(findings.get(key) ?? []), ...(findings.get(trust.parentKey) ?? [])]
      frozen += 1
      return [
        {
          reviewId,
          ordinal: frozen,
          trustKey: key,
          parentKey: trust.parentKey,
          fingerprint: fingerprintOf(trust.stored.credential),
          inventoryPrint: trust.print,
          ownerIds: ownerIdsOf(trust.parent),
          severity,
          body: bodyOf(trust, ofIt, { now, earlier: earlier.get(key) }),
        },
      ]
    })
    await tx.insert(reviewItem).values(rows)
  }
  return frozen
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
