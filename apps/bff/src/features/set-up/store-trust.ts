import type { AnyNewApplicationTrust } from '@trustwright/shared-schemas'
import { acceptedRisks } from '../../domain/accepted-risks.ts'
import { auditedWrite } from '../../domain/audited-write.ts'
import type { CredentialHolder } from '../../domain/credential-holder.ts'
import { toStorable } from '../../domain/credential-values.ts'
import { demandTrustAllowed } from '../../domain/guardrails.ts'
import { notingPatterns } from '../../domain/pattern-support.ts'
import { describeTrust } from '../../domain/trust-facts.ts'
import { noteDone } from '../../domain/unrecorded.ts'
import { valuesOf } from '../../domain/values-of.ts'
import { PortalError } from '../../errors.ts'
import type { Caller, CredentialValues } from '../../ports.ts'
import type { ActiveRun, StepEnd } from './active-run.ts'
import { meet } from './judge-trust.ts'
import type { ParentFacts } from './parent-facts.ts'
import { endOf } from '../../domain/what-now.ts'

/** Stored where its name is free. What is there is never replaced: the same values count as done, others are a conflict. */
export async function storeTrust(
  { audit, caller, clock, cloud, db, github, guardrails, lookedUp, signal, writePace, writes }: ActiveRun,
  facts: ParentFacts,
  { name, acceptRisks = [], ...asked }: AnyNewApplicationTrust,
): Promise<StepEnd> {
  const holder = facts.holder()
  const values = toStorable(asked)
  const stored = await facts.stored()
  const meeting = meet(stored, name, values)
  if (meeting.kind === 'already-there')
    return { state: 'already-there', result: { resourceId: meeting.stored.id } }
  if (meeting.kind === 'against') return endOf(meeting.problem)
  const says = await github.look(caller, [values], { asked: lookedUp })
  await writePace.turn(facts.parentKey, signal)
  const place = { tenantId: caller.tenantId, parentKind: holder.parent.kind }
  const known = { cloud, facts: says.factsOf(values), ...place }
  const risks = acceptedRisks({ ...values, name }, known, acceptRisks)
  const noted = (each: CredentialValues) => ({ ...valuesOf(each), ...risks })
  const now = () => new Date(clock.now())
  const credential = await auditedWrite(
    audit,
    { caller, operation: 'trust.create', target: holder.trustId(name), after: noted(values) },
    async () => {
      await demandTrustAllowed(guardrails, caller, { parent: holder.parent, values: { ...values, name } })
      return await notingPatterns(db, place, now, values, () =>
        writes.run(holder.id, async () => {
          await demandFree(holder, caller, name)
          return holder.put(caller, { name, values, before: null })
        }),
      )
    },
    noted,
  )
  stored.push(credential)
  const trust = await noteDone(() => describeTrust(db, clock, { parent: holder.parent, credential }))
  return { state: 'done', result: { resourceId: trust.resourceId } }
}

/** Somebody may have stored one since the list was read: ARM's PUT would replace it. Graph's POST refuses by itself. */
async function demandFree(holder: CredentialHolder, caller: Caller, name: string): Promise<void> {
  if (holder.parent.kind === 'application') return
  try {
    await holder.read(caller, name)
  } catch (error) {
    if (error instanceof PortalError && error.code === 'NOT_FOUND') return
    throw error
  }
  throw new PortalError('TRUST_NAME_TAKEN')
}
