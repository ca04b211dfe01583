import type { AnyNewApplicationTrust, Trust } from '@trustwright/shared-schemas'
import { auditedWrite } from '../../domain/audited-write.ts'
import type { CredentialHolder } from '../../domain/credential-holder.ts'
import { toStorable } from '../../domain/credential-values.ts'
import { demandTrustAllowed } from '../../domain/guardrails.ts'
import { describeTrust } from '../../domain/trust-facts.ts'
import { acceptedRisks } from '../../domain/accepted-risks.ts'
import { noteDone } from '../../domain/unrecorded.ts'
import type { Caller, CredentialValues } from '../../ports.ts'
import { notePatterns } from './note-patterns.ts'
import type { TrustDeps } from './trust-deps.ts'
import { storeNewCredential } from './store-new-credential.ts'
import { valuesOf } from '../../domain/values-of.ts'

export async function createTrust(
  { audit, clock, cloud, db, github, guardrails, writes }: TrustDeps,
  caller: Caller,
  holder: CredentialHolder,
  { name, acceptRisks = [], ...asked }: AnyNewApplicationTrust,
): Promise<Trust> {
  const values = toStorable(asked)
  const parentKind = holder.parent.kind
  const facts = (await github.look(caller, [values])).factsOf(values)
  const place = { cloud, facts, parentKind, tenantId: caller.tenantId }
  const risks = acceptedRisks({ ...values, name }, place, acceptRisks)
  const noted = (stored: CredentialValues) => ({ ...valuesOf(stored), ...risks })
  const target = holder.trustId(name)
  const credential = await auditedWrite(
    audit,
    { caller, operation: 'trust.create', target, after: noted(values) },
    async () => {
      await demandTrustAllowed(guardrails, caller, { parent: holder.parent, values: { ...values, name } })
      return await notePatterns({ clock, db }, caller, holder, values, () =>
        writes.run(holder.id, () => storeNewCredential(holder, caller, name, values)),
      )
    },
    noted,
  )
  return noteDone(() => describeTrust(db, clock, { parent: holder.parent, credential }))
}
