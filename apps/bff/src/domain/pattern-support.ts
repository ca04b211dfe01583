import type { PatternSupport, TrustParent } from '@trustwright/shared-schemas'
import { and, eq } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { patternSupport } from '../db/schema.ts'
import type { CredentialValues } from '../ports.ts'
import { verdictOf } from './pattern-verdict.ts'
import { noteDone, noteEnd } from './unrecorded.ts'

/** What patterns are asked about: one tenant, one kind of parent. */
export interface PatternPlace {
  readonly tenantId: string
  readonly parentKind: TrustParent['kind']
}

export interface PatternEvidence extends Omit<PatternSupport, 'checkedAt'> {
  readonly at: Date
}

export async function readPatternSupport(db: Database, place: PatternPlace): Promise<PatternSupport | null> {
  const [row] = await db.select().from(patternSupport).where(isAt(place))
  if (row === undefined) return null
  const { accepted, evidence, checkedAt, by } = row
  return { accepted, evidence, checkedAt: checkedAt.toISOString(), by }
}

/** The last evidence counts. */
export async function rememberPatternSupport(
  db: Database,
  place: PatternPlace,
  { at: checkedAt, accepted, evidence, by }: PatternEvidence,
): Promise<PatternSupport> {
  const found = { accepted, evidence, checkedAt, by }
  await db
    .insert(patternSupport)
    .values({ ...place, ...found })
    .onConflictDoUpdate({ target: [patternSupport.tenantId, patternSupport.parentKind], set: found })
  return { accepted, evidence, by, checkedAt: checkedAt.toISOString() }
}

/** A flexible credential was read: it says that patterns were taken once, so it only fills what nothing better fills. */
export async function noteSeenPattern(
  db: Database,
  place: PatternPlace,
  at: Date,
  credentials: readonly Pick<CredentialValues, 'expression'>[],
): Promise<void> {
  if (!credentials.some(({ expression }) => Boolean(expression))) return
  const evidence = 'A trust with a pattern is stored in this tenant.'
  await db
    .insert(patternSupport)
    .values({ ...place, accepted: true, evidence, checkedAt: at, by: 'seen' })
    .onConflictDoNothing()
}

/** Runs the write of values, and remembers what it tells about patterns where the values have one. */
export async function notingPatterns<T>(
  db: Database,
  place: PatternPlace,
  now: () => Date,
  values: CredentialValues,
  write: () => Promise<T>,
): Promise<T> {
  if (!values.expression) return await write()
  const remember = (accepted: boolean, evidence: string) =>
    rememberPatternSupport(db, place, { accepted, evidence, by: 'stored', at: now() })
  let written: T
  try {
    written = await write()
  } catch (error) {
    const verdict = verdictOf(error, place.parentKind)
    if (verdict !== null && verdict.accepted !== null) {
      const { accepted, finding } = verdict
      await noteEnd('refused', () => remember(accepted, finding))
    }
    throw error
  }
  await noteDone(() => remember(true, 'Azure stored a trust with a pattern.'))
  return written
}

function isAt({ tenantId, parentKind }: PatternPlace) {
  return and(eq(patternSupport.tenantId, tenantId), eq(patternSupport.parentKind, parentKind))
}
