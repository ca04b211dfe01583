import { limits, type PatternProbeResult } from '@trustwright/shared-schemas'
import { auditedWrite } from '../../domain/audited-write.ts'
import type { CredentialHolder } from '../../domain/credential-holder.ts'
import { readPatternSupport, rememberPatternSupport } from '../../domain/pattern-support.ts'
import { noteDone } from '../../domain/unrecorded.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { askAzure, refusable, storable, type Answer } from './ask-azure.ts'
import type { PatternDeps } from './pattern-deps.ts'

/** Finds out whether Azure takes patterns here, and remembers it for the tenant and kind of parent. */
export async function probePatternSupport(
  { audit, clock, db, writes }: PatternDeps,
  caller: Caller,
  holder: CredentialHolder,
  mayStore: boolean,
): Promise<PatternProbeResult> {
  const answer = await auditedWrite(
    audit,
    { caller, operation: 'pattern-support.probe', target: holder.id, after: { mayStore } },
    async () => ({
      value: await writes.run(holder.id, () => ask(holder, caller, mayStore)),
      upstreamRequestId: null,
    }),
    (heard) => ({ ...heard }),
  )
  const { accepted, evidence } = answer
  const place = { tenantId: caller.tenantId, parentKind: holder.parent.kind }
  const at = new Date(clock.now())
  const support = await noteDone(() =>
    accepted === null
      ? readPatternSupport(db, place)
      : rememberPatternSupport(db, place, { accepted, evidence, by: 'probe', at }),
  )
  return { ...answer, support }
}

async function ask(holder: CredentialHolder, caller: Caller, mayStore: boolean): Promise<Answer> {
  if ((await holder.list(caller)).length >= limits.trustsPerIdentity) {
    throw new PortalError('TRUST_LIMIT_REACHED', {
      detail:
        'There are 20 trusts already, so Azure would refuse any other one before it looks at a pattern.',
      nextStep: 'Ask on an identity or application with room for another trust.',
    })
  }
  const first = await askAzure(holder, caller, refusable)
  if (first.accepted !== null || !mayStore) return first
  const second = await askAzure(holder, caller, storable)
  if (second.accepted !== null) return second
  return { ...second, accepted: false }
}
