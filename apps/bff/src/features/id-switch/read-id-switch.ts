import { idSwitchOf, type GithubFacts, type SwitchedTrust } from '@trustwright/federation'
import type { IdSwitch, IdSwitchRequest } from '@trustwright/shared-schemas'
import { certainFaults } from '../../domain/accepted-risks.ts'
import { holderOf } from '../../domain/credential-holder.ts'
import { fingerprintOf } from '../../domain/fingerprint.ts'
import { freeName } from '../../domain/free-name.ts'
import { ladderOf, readLadders } from '../../domain/proof-ladder.ts'
import { resourceKey } from '../../domain/resource-ids.ts'
import { PortalError } from '../../errors.ts'
import type { Caller, StoredCredential } from '../../ports.ts'
import { findAlsoNamed } from './also-named.ts'
import type { IdSwitchDeps } from './id-switch-deps.ts'

/** GitHub sends names until its step is done: as it has to be where the new trust stands beside the old one. */
const untilOptIn = 'github-names-expected'

/** Reads the trust, its siblings, their proofs and GitHub as they are now. Throws NOT_FOUND. */
export async function readIdSwitch(
  deps: IdSwitchDeps,
  caller: Caller,
  { parent, trustName, ids, refresh = false }: IdSwitchRequest,
): Promise<IdSwitch> {
  const { cloud, db, github } = deps
  const holder = holderOf(deps, parent)
  const stored = await holder.list(caller)
  const trust = stored.find(({ name }) => name.toLowerCase() === trustName.toLowerCase())
  if (trust === undefined) throw new PortalError('NOT_FOUND')
  const keys = stored.map(({ id }) => resourceKey(id))
  const [says, ladders] = await Promise.all([
    github.look(caller, [trust], { refresh }),
    readLadders(db, keys),
  ])
  const switched = (one: StoredCredential): SwitchedTrust => ({
    name: one.name,
    issuer: one.issuer,
    subject: one.subject,
    audiences: one.audiences,
    seenAt: ladderOf(ladders, resourceKey(one.id), fingerprintOf(one)).seen?.at ?? null,
  })
  const others = stored.filter((one) => one !== trust)
  const facts = withIds(says.factsOf(trust).github, ids)
  const found = idSwitchOf(switched(trust), others.map(switched), facts)
  const { wanted, repository } = found
  const newName = freeName(
    trust.name,
    stored.map(({ name }) => name),
  )
  const faults =
    wanted === null
      ? []
      : certainFaults(
          { ...trust, name: newName, subject: wanted },
          { cloud, facts: says.factsOf(trust), parentKind: parent.kind, tenantId: caller.tenantId },
        )
  return {
    ...found,
    steps: [...found.steps],
    newName,
    expectedRisks: faults.some(({ code }) => code === untilOptIn) ? [untilOptIn] : [],
    stored: stored.length,
    ...(await findAlsoNamed(db, caller, {
      parent,
      parentKey: resourceKey(holder.id),
      trust,
      others,
      repository,
    })),
    gaps: [...says.gaps],
    fingerprint: fingerprintOf(trust),
  }
}

/** What GitHub tells counts more than what a person typed. */
function withIds(told: GithubFacts | undefined, ids: IdSwitchRequest['ids']): GithubFacts | undefined {
  if (ids === undefined) return told
  return { repositoryOwnerId: ids.owner, repositoryId: ids.repository, ...told }
}
