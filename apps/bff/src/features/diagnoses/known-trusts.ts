import type { KnownTrust } from '@trustwright/federation'
import type { DiagnosisAnswer, TrustParent } from '@trustwright/shared-schemas'
import { holderOf } from '../../domain/credential-holder.ts'
import { findTenantTrusts, type Near, type TenantTrusts } from '../../domain/tenant-trusts.ts'
import { toDiagnosed } from '../../domain/to-diagnosed.ts'
import type { Caller } from '../../ports.ts'
import type { DiagnosisDeps } from './diagnosis-deps.ts'

export interface KnownTrusts {
  /** Null where none are known, which is not the same as none. */
  readonly trusts: readonly KnownTrust[] | null
  readonly comparedWith: DiagnosisAnswer['comparedWith']
}

/** The trusts of one parent, read now; without one, those of the person's newest pass that are near. */
export async function knownTrusts(
  { arm, clock, db, directory }: DiagnosisDeps,
  caller: Caller,
  parent: TrustParent | undefined,
  near: Near | null,
): Promise<KnownTrusts> {
  if (parent !== undefined) {
    const holder = holderOf({ arm, directory }, parent)
    const stored = await holder.list(caller)
    const readAt = new Date(clock.now()).toISOString()
    return {
      trusts: stored.map(toDiagnosed),
      comparedWith: { trusts: stored.length, readAt, missing: null },
    }
  }
  const found = await findTenantTrusts({ clock, db }, caller, near && [near])
  return {
    trusts: found.readAt === null ? null : found.trusts.map(({ trust }) => toKnown(trust)),
    comparedWith: comparedWithOf(found),
  }
}

/** How far the newest pass reaches, for the answer. */
export function comparedWithOf({ trusts, readAt, unread }: TenantTrusts): DiagnosisAnswer['comparedWith'] {
  return {
    trusts: trusts.length,
    readAt: readAt?.toISOString() ?? null,
    missing: missingWords(readAt, unread),
  }
}

function missingWords(readAt: Date | null, unread: number): string | null {
  if (readAt === null)
    return 'The trusts of this tenant were not read yet. Open the list of all trusts, or POST /api/inventory.'
  if (unread === 0) return null
  return `${unread} subscriptions, identities or applications could not be read, so their trusts are missing.`
}

function toKnown(trust: TenantTrusts['trusts'][number]['trust']): KnownTrust {
  return { ...toDiagnosed(trust), ...(trust.createdAt !== null && { createdAt: trust.createdAt }) }
}
