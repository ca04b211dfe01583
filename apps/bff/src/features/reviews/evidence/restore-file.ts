import { azCloudCommands, azCreateCommands, type Cloud } from '@trustwright/federation'
import { and, asc, eq, gt, isNotNull, or } from 'drizzle-orm'
import { reviewItem } from '../../../db/schema-reviews.ts'
import type { Caller } from '../../../ports.ts'
import type { FileAnswer } from '../../../routes/register-file.ts'
import { findReview, targetOf, type ItemRecord, type ReviewRecord } from '../find-review.ts'
import { pagesOf } from '../pages-of.ts'
import { toRemove } from '../plan-review.ts'
import type { ReviewDeps } from '../review-deps.ts'

interface Wanted {
  readonly reviewId: string
  /** `json`: every value and a command each; `sh`: the commands as one script. */
  readonly format: 'json' | 'sh'
}

/** Everything that makes each removed trust again, with and without the portal. It can be taken before anything is removed. */
export async function restoreFile(
  { audit, clock, cloud, db }: Pick<ReviewDeps, 'audit' | 'clock' | 'cloud' | 'db'>,
  caller: Caller,
  { format, reviewId }: Wanted,
): Promise<FileAnswer> {
  const row = await findReview(db, caller, reviewId)
  const removed = and(
    eq(reviewItem.reviewId, reviewId),
    or(isNotNull(reviewItem.outcome), toRemove(row.silence)),
  )
  await audit.record({
    caller,
    operation: 'review.export',
    target: targetOf(row),
    outcome: 'succeeded',
    after: { format: `restore-file ${format}`, trusts: await db.$count(reviewItem, removed) },
  })
  const pages = pagesOf(({ after, limit }) =>
    db
      .select()
      .from(reviewItem)
      .where(and(removed, gt(reviewItem.ordinal, after)))
      .orderBy(asc(reviewItem.ordinal))
      .limit(limit),
  )
  const parts = { row, pages, cloud, madeAt: new Date(clock.now()).toISOString() }
  return format === 'sh'
    ? { name: `restore-${reviewId}.sh`, type: 'application/x-sh', chunks: asScript(parts) }
    : { name: `restore-${reviewId}.json`, type: 'application/json', chunks: asJson(parts) }
}

interface Parts {
  readonly row: ReviewRecord
  readonly pages: AsyncIterable<readonly ItemRecord[]>
  readonly cloud: Cloud
  readonly madeAt: string
}

async function* asJson({ cloud, madeAt, pages, row }: Parts): AsyncGenerator<string> {
  const head = {
    format: 'trustwright-restore-1',
    review: { reviewId: row.reviewId, name: row.name },
    madeAt,
    how: 'Run each `command` in bash with the Azure CLI as somebody who may write trusts. A name that is taken on an application is refused; on a managed identity it gets these values.',
  }
  yield `${JSON.stringify(head, null, 1).slice(0, -2)},\n "trusts": [`
  let between = '\n'
  for await (const items of pages) {
    for (const item of items) {
      yield `${between}  ${JSON.stringify(restorable(item, row.tenantId, cloud))}`
      between = ',\n'
    }
  }
  yield '\n ]\n}\n'
}

async function* asScript({ cloud, madeAt, pages, row }: Parts): AsyncGenerator<string> {
  const name = row.name.replaceAll(/[^\P{C}]/gu, ' ')
  yield `#!/usr/bin/env bash\n# Makes the trusts again that this review removed: ${name}, as of ${madeAt}.\n# Run it signed in with the Azure CLI, as somebody who may write trusts. It goes on behind one that is refused.\n\n`
  for (const command of azCloudCommands({ cloud })) yield `${command}\n`
  for await (const items of pages) {
    for (const item of items) yield `${commandOf(item, row.tenantId, cloud)}\n`
  }
}

function valuesOf({ body: { audiences, trust } }: ItemRecord) {
  const { description, expression, issuer, name, subject } = trust
  return { name, issuer, subject, expression, audiences, description }
}

function commandOf(item: ItemRecord, tenantId: string, cloud: Cloud): string {
  const { expression, ...values } = valuesOf(item)
  const trust = { ...values, claimsMatchingExpression: expression }
  return azCreateCommands({ trust, parent: item.body.parent, tenantId, cloud }).join('\n')
}

function restorable(item: ItemRecord, tenantId: string, cloud: Cloud) {
  const { appliedAt, body, outcome } = item
  return {
    resourceId: body.trust.id,
    parent: body.parent,
    identityName: body.identityName,
    ...valuesOf(item),
    outcome: outcome ?? 'not removed yet',
    removedAt: appliedAt?.toISOString() ?? null,
    command: commandOf(item, tenantId, cloud),
  }
}
