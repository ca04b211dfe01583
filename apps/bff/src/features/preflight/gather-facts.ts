import type { DiagnosedTrust, WriteContext } from '@trustwright/federation'
import type { CheckedDraft, Preflight, TrustParent } from '@trustwright/shared-schemas'
import { holderOf, type CredentialHolder } from '../../domain/credential-holder.ts'
import type { GithubSays } from '../../domain/github-looks.ts'
import { toDiagnosed } from '../../domain/to-diagnosed.ts'
import type { Caller, StoredCredential } from '../../ports.ts'
import { applicationFacts } from './application-facts.ts'
import { currentWrites } from './current-writes.ts'
import { identityFacts } from './identity-facts.ts'
import { createNotes, type Notes } from './notes.ts'
import { otherIdentities } from './other-identities.ts'
import type { PreflightDeps } from './preflight-deps.ts'

/** All that can be read before a write; each is read once, for however many drafts. */
export interface Gathered {
  /** Undefined where they may not be read. */
  readonly stored: readonly DiagnosedTrust[] | undefined
  readonly contextOf: (draft: CheckedDraft) => WriteContext
  readonly told: Omit<Preflight, 'causes' | 'guardrails'>
}

export async function gatherFacts(
  deps: PreflightDeps,
  caller: Caller,
  parent: TrustParent,
  drafts: readonly CheckedDraft[],
): Promise<Gathered> {
  const notes = createNotes()
  const [own, [credentials, writers], others, github] = await Promise.all([
    ownFacts(deps, caller, parent, notes),
    trustsAndWriters(deps, caller, holderOf(deps, parent), notes),
    otherIdentities(deps, caller, { parent, drafts, notes }),
    repositories(deps, caller, drafts, notes),
  ])
  const stored = credentials?.map(toDiagnosed)
  const shared: WriteContext = {
    ...own,
    cloud: deps.cloud,
    tenantId: caller.tenantId,
    now: new Date(deps.clock.now()).toISOString(),
    ...(writers !== undefined && { concurrentWrites: writers }),
    ...(stored !== undefined && { siblings: stored, existingCount: stored.length }),
  }
  return {
    stored,
    contextOf: (draft) => ({
      ...shared,
      facts: github.factsOf(draft),
      otherParents: others.parentsOf(draft),
    }),
    told: {
      checked: notes.checked.toSorted(),
      // Whoever answers first: the order stays the same.
      unknown: notes.unknown.toSorted((one, other) => one.what.localeCompare(other.what)),
      othersReadAt: others.readAt?.toISOString() ?? null,
    },
  }
}

async function repositories(
  { github }: Pick<PreflightDeps, 'github'>,
  caller: Caller,
  drafts: readonly CheckedDraft[],
  notes: Notes,
): Promise<GithubSays> {
  const says = await github.look(caller, drafts)
  if (says.answered) notes.checked.push('github')
  for (const gap of says.gaps) notes.notAll('github', gap)
  return says
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
