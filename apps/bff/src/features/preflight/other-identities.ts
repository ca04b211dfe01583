import type { OtherParent } from '@trustwright/federation'
import type { CheckedDraft, TrustParent } from '@trustwright/shared-schemas'
import { findTenantTrusts } from '../../domain/tenant-trusts.ts'
import { toDiagnosed } from '../../domain/to-diagnosed.ts'
import type { Caller } from '../../ports.ts'
import type { Notes } from './notes.ts'
import type { PreflightDeps } from './preflight-deps.ts'

export interface Others {
  readonly parents: readonly OtherParent[]
  readonly readAt: Date | null
}

/** Other identities and applications that trust the same workload, by the person's newest pass. */
export async function otherIdentities(
  { db }: Pick<PreflightDeps, 'db'>,
  caller: Caller,
  { parent, draft, notes }: { parent: TrustParent; draft: CheckedDraft; notes: Notes },
): Promise<Others> {
  const { issuer = '', subject } = draft
  if (issuer === '' || !subject) return { parents: [], readAt: null }
  const found = await notes.learn('other-identities', () => findTenantTrusts(db, caller, { issuer, subject }))
  if (found === undefined) return { parents: [], readAt: null }
  if (found.readAt === null) {
    notes.checked.splice(notes.checked.indexOf('other-identities'), 1)
    const why = 'The trusts of other identities were not read yet. Open the list of all trusts to read them.'
    notes.notAll('other-identities', why)
  } else if (found.unread > 0) {
    notes.notAll('other-identities', `${found.unread} of the identities in this tenant could not be read.`)
  }
  const others = found.trusts.filter(
    ({ trust }) => trust.issuer === issuer && trust.subject === subject && !isSame(trust.parent, parent),
  )
  return {
    parents: others.map(({ trust, applicationName }) => ({
      name:
        trust.parent.kind === 'application'
          ? (applicationName ?? trust.parent.appId)
          : trust.parent.identityName,
      trusts: [toDiagnosed(trust)],
    })),
    readAt: found.readAt,
  }
}

function isSame(one: TrustParent, other: TrustParent): boolean {
  return keyOf(one) === keyOf(other)
}

function keyOf(parent: TrustParent): string {
  const parts =
    parent.kind === 'application'
      ? [parent.appId]
      : [parent.subscriptionId, parent.resourceGroup, parent.identityName]
  return parts.join('/').toLowerCase()
}
