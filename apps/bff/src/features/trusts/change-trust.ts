import type { Trust } from '@trustwright/shared-schemas'
import { auditedWrite } from '../../domain/audited-write.ts'
import type { CredentialHolder } from '../../domain/credential-holder.ts'
import { demandSameKind, toStorable, type AskedValues } from '../../domain/credential-values.ts'
import { fingerprintOf } from '../../domain/fingerprint.ts'
import { demandTrustAllowed } from '../../domain/guardrails.ts'
import { forgetProofs } from '../../domain/forget-proofs.ts'
import { describeTrust } from '../../domain/trust-facts.ts'
import { acceptedRisks } from '../../domain/accepted-risks.ts'
import { noteDone } from '../../domain/unrecorded.ts'
import type { Caller, CredentialValues } from '../../ports.ts'
import { notePatterns } from './note-patterns.ts'
import { readUnchanged } from './read-unchanged.ts'
import type { TrustDeps } from './trust-deps.ts'
import { valuesOf } from '../../domain/values-of.ts'

interface Change extends AskedValues {
  /** Of the trust that the person saw. */
  readonly fingerprint: string
  /** Codes of causes that the person stores against. */
  readonly acceptRisks?: readonly string[] | undefined
}

/** Replaces the values, if the stored ones are still those that the person saw (neither ARM nor Graph has If-Match for these). */
export async function changeTrust(
  { audit, clock, cloud, db, github, guardrails, writes }: TrustDeps,
  caller: Caller,
  holder: CredentialHolder,
  asked: string,
  { fingerprint, acceptRisks = [], ...wanted }: Change,
): Promise<Trust> {
  const values = toStorable(wanted)
  const parentKind = holder.parent.kind
  const facts = (await github.look(caller, [values])).factsOf(values)
  const place = { cloud, facts, parentKind, tenantId: caller.tenantId }
  const risks = acceptedRisks(values, place, acceptRisks)
  const noted = (stored: CredentialValues) => ({ ...valuesOf(stored), ...risks })
  const shown = await holder.read(caller, asked)
  const { name } = shown
  const credential = await auditedWrite(
    audit,
    {
      caller,
      operation: 'trust.change',
      target: holder.trustId(name),
      before: valuesOf(shown),
      after: noted(values),
    },
    async () => {
      await demandTrustAllowed(guardrails, caller, { parent: holder.parent, values: { ...values, name } })
      return await notePatterns({ clock, db }, caller, holder, values, () =>
        writes.run(holder.id, async () => {
          const before = await readUnchanged(holder, caller, asked, fingerprint)
          demandSameKind(before, values)
          return holder.put(caller, { name, values, before })
        }),
      )
    },
    noted,
  )
  if (fingerprintOf(credential) !== fingerprint) await noteDone(() => forgetProofs(db, credential.id))
  return noteDone(() => describeTrust(db, clock, { parent: holder.parent, credential }))
}
