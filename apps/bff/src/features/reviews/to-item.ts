import type { EarlierForm, ReviewForm, ReviewItem, ReviewRow } from '@trustwright/shared-schemas'
import type { Caller } from '../../ports.ts'
import type { ItemRecord } from './find-review.ts'

export function toRow(row: ItemRecord): ReviewRow {
  const { body } = row
  return {
    ordinal: row.ordinal,
    version: row.version,
    name: body.trust.name,
    issuer: body.trust.issuer,
    subject: body.trust.subject,
    expression: body.trust.expression,
    parent: body.parent,
    identityName: body.identityName,
    severity: row.severity,
    suggestion: body.suggestion.decision,
    decided: decidedOf(row),
    applied: appliedOf(row),
  }
}

export function toItem(
  row: ItemRecord,
  now: Readonly<Pick<ReviewItem, 'changes' | 'meanwhile' | 'now'>> | undefined = {
    meanwhile: 'not-read',
    changes: [],
    now: null,
  },
): ReviewItem {
  const { audiences, findings, lastUse, opens, owners, since, suggestion } = row.body
  return {
    ...toRow(row),
    trustKey: row.trustKey,
    fingerprint: row.fingerprint,
    audiences,
    findings,
    lastUse,
    opens,
    owners,
    since,
    suggestion,
    note: row.note,
    earlier: [...(row.body.earlier ?? [])],
    ...now,
  }
}

/** What its trust let in when its facts were kept. */
export function formOf({ body, fingerprint }: Pick<ItemRecord, 'body' | 'fingerprint'>): ReviewForm {
  const { expression, issuer, subject } = body.trust
  return { issuer, subject, expression, audiences: body.audiences, fingerprint }
}

/** What is kept of a line whose trust is taken anew. */
export function earlierFormOf(
  item: ItemRecord,
  { objectId, username }: Pick<Caller, 'objectId' | 'username'>,
  at: Date,
): EarlierForm {
  const { findings, lastUse, opens, owners } = item.body
  return {
    ...formOf(item),
    severity: item.severity,
    opens,
    owners,
    lastUse,
    findings,
    decided: decidedOf(item),
    replacedBy: { objectId, username },
    replacedAt: at.toISOString(),
  }
}

function decidedOf({ by, byObjectId, decidedAt, decision, reason }: ItemRecord): ReviewRow['decided'] {
  if (decision === null || decidedAt === null) return null
  const person = { objectId: byObjectId ?? '', username: by ?? '' }
  return { decision, reason, by: person, at: decidedAt.toISOString() }
}

function appliedOf({ appliedAt, code, deletedTrustId, detail, nextStep, outcome }: ItemRecord) {
  if (outcome === null) return null
  return { outcome, at: appliedAt?.toISOString() ?? null, code, detail, nextStep, deletedTrustId }
}
