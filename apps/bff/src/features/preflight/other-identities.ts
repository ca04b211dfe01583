import type { OtherParent } from '@trustwright/federation'
import type { CheckedDraft, TrustParent } from '@trustwright/shared-schemas'
import { findTenantTrusts, type TenantTrust } from '../../domain/tenant-trusts.ts'
import { toDiagnosed } from '../../domain/to-diagnosed.ts'
import type { Caller } from '../../ports.ts'
import type { Notes } from './notes.ts'
import type { PreflightDeps } from './preflight-deps.ts'

export interface Others {
  /** Those that trust the draft's workload. */
  parentsOf(draft: CheckedDraft): readonly OtherParent[]
  readonly readAt: Date | null
}

const none: Others = { parentsOf: () => [], readAt: null }

/** Other identities and applications that trust the same workloads, by the person's newest pass. */
export async function otherIdentities(
  deps: Pick<PreflightDeps, 'clock' | 'db'>,
  caller: Caller,
  { parent, drafts, notes }: { parent: TrustParent; drafts: readonly CheckedDraft[]; notes: Notes },
): Promise<Others> {
  const near = drafts.flatMap(({ issuer = '', subject }) =>
    issuer === '' || !subject ? [] : [{ issuer, subject }],
  )
  if (near.length === 0) return none
  const found = await notes.learn('other-identities', () => findTenantTrusts(deps, caller, near))
  if (found === undefined) return none
  if (found.readAt === null) {
    notes.checked.splice(notes.checked.indexOf('other-identities'), 1)
    const why = 'The trusts of other identities were not read yet. Open the list of all trusts to read them.'
    notes.notAll('other-identities', why)
  } else if (found.unread > 0) {
    notes.notAll('other-identities', `${found.unread} of the identities in this tenant could not be read.`)
  }
  const others = found.trusts.filter(({ trust }) => !isSame(trust.parent, parent))
  return {
    parentsOf: ({ issuer, subject }) =>
      !subject
        ? []
        : others
            .filter(({ trust }) => trust.issuer === issuer && trust.subject === subject)
            .map(toOtherParent),
    readAt: found.readAt,
  }
}

function toOtherParent({ trust, applicationName }: TenantTrust): OtherParent {
  const { parent } = trust
  return {
    name: parent.kind === 'application' ? (applicationName ?? parent.appId) : parent.identityName,
    trusts: [toDiagnosed(trust)],
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
