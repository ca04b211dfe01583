import { limits, type PatternProbeResult } from '@trustwright/shared-schemas'
import { auditedWrite } from '../../domain/audited-write.ts'
import type { CredentialHolder } from '../../domain/credential-holder.ts'
import { readPatternSupport, rememberPatternSupport } from '../../domain/pattern-support.ts'
import { noteDone } from '../../domain/unrecorded.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { askAzure, deleteProbe, type Answer } from './ask-azure.ts'
import type { PatternDeps } from './pattern-deps.ts'
import { isProbe, newProbeName, refusable, storable } from './probe-values.ts'

/** Finds out whether Azure takes patterns here, and remembers it for the tenant and kind of parent. */
export async function probePatternSupport(
  { audit, clock, db, writes }: PatternDeps,
  caller: Caller,
  holder: CredentialHolder,
  mayStore: boolean,
): Promise<PatternProbeResult> {
  const probe = { mayStore, trustName: newProbeName() }
  const { accepted, evidence, finding, leftBehind } = await auditedWrite(
    audit,
    { caller, operation: 'pattern-support.probe', target: holder.id, after: probe },
    async () => ({
      value: await writes.run(holder.id, () => ask(holder, caller, probe)),
      upstreamRequestId: null,
    }),
    (heard) => ({
      ...probe,
      accepted: heard.accepted,
      evidence: heard.evidence,
      leftBehind: heard.leftBehind,
    }),
  )
  const place = { tenantId: caller.tenantId, parentKind: holder.parent.kind }
  const at = new Date(clock.now())
  const support = await noteDone(() =>
    accepted === null
      ? readPatternSupport(db, place)
      : rememberPatternSupport(db, place, {
          accepted,
          evidence: leftBehind === null ? evidence : finding,
          by: 'probe',
          at,
        }),
  )
  return { accepted, evidence, leftBehind, support }
}

interface Probe {
  readonly mayStore: boolean
  readonly trustName: string
}

async function ask(
  holder: CredentialHolder,
  caller: Caller,
  { mayStore, trustName }: Probe,
): Promise<Answer> {
  const stored = await holder.list(caller)
  // Of a portal that was stopped in between: Azure would refuse the same pattern again.
  const left = stored.filter(isProbe)
  for (const probe of left) await deleteProbe(holder, caller, probe)
  if (stored.length - left.length >= limits.trustsPerIdentity) {
    throw new PortalError('TRUST_LIMIT_REACHED', {
      detail:
        'There are 20 trusts already, so Azure would refuse any other one before it looks at a pattern.',
      nextStep: 'Ask on an identity or application with room for another trust.',
    })
  }
  const first = await askAzure(holder, caller, trustName, refusable)
  if (first.accepted !== null || !mayStore) return first
  const second = await askAzure(holder, caller, trustName, storable)
  if (second.accepted !== null) return second
  return { ...second, accepted: false }
}
