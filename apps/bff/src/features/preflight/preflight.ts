import { judgeWrite, type DiagnosedTrust, type WriteContext } from '@trustwright/federation'
import type { Preflight, PreflightRequest, TrustParent } from '@trustwright/shared-schemas'
import { holderOf, type CredentialHolder } from '../../domain/credential-holder.ts'
import { toDiagnosed } from '../../domain/to-diagnosed.ts'
import { toCauses } from '../../domain/to-causes.ts'
import type { Caller, StoredCredential } from '../../ports.ts'
import { applicationFacts } from './application-facts.ts'
import { currentWrites } from './current-writes.ts'
import { identityFacts } from './identity-facts.ts'
import { createNotes, type Notes } from './notes.ts'
import { otherIdentities } from './other-identities.ts'
import type { PreflightDeps } from './preflight-deps.ts'

/**
 * What stands in the way of a write, from everything that can be read beforehand. Azure still decides: deny assignments
 * and the organisation's own policies are not seen here.
 */
export async function preflight(
  deps: PreflightDeps,
  caller: Caller,
  { operation, parent, draft }: PreflightRequest,
): Promise<Preflight> {
  const notes = createNotes()
  const holder = holderOf(deps, parent)
  const [own, [stored, writers], others] = await Promise.all([
    ownFacts(deps, caller, parent, notes),
    trustsAndWriters(deps, caller, holder, notes),
    otherIdentities(deps, caller, { parent, draft, notes }),
  ])
  const context: WriteContext = {
    ...own,
    cloud: deps.cloud,
    tenantId: caller.tenantId,
    now: new Date(deps.clock.now()).toISOString(),
    otherParents: others.parents,
    ...(writers !== undefined && { concurrentWrites: writers }),
    ...(stored !== undefined && { siblings: stored.map(toDiagnosed), existingCount: stored.length }),
  }
  const { causes } = judgeWrite({
    operation: operation === 'change' ? 'update' : operation,
    parentKind: parent.kind,
    draft: toDiagnosed(draft),
    context,
  })
  return {
    causes: toCauses(causes),
    checked: notes.checked.toSorted(),
    unknown: notes.unknown,
    othersReadAt: others.readAt?.toISOString() ?? null,
  }
}

/** What others write there is told only to who may read what they wrote. */
async function trustsAndWriters(
  deps: PreflightDeps,
  caller: Caller,
  holder: CredentialHolder,
  notes: Notes,
): Promise<readonly [StoredCredential[] | undefined, DiagnosedTrust[] | undefined]> {
  const stored = await notes.learn('trusts', () => holder.list(caller))
  if (stored === undefined) {
    notes.notAll('writers', 'Who may not read the trusts is not told who writes them now.')
    return [undefined, undefined]
  }
  return [stored, await notes.learn('writers', () => currentWrites(deps, caller, holder.id))]
}

async function ownFacts(
  deps: PreflightDeps,
  caller: Caller,
  parent: TrustParent,
  notes: Notes,
): Promise<WriteContext> {
  if (parent.kind === 'application') return await applicationFacts(deps, caller, parent.appId, notes)
  const { kind: _kind, ...path } = parent
  return await identityFacts(deps, caller, path, notes)
}
