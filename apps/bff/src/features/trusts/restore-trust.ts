import type { Trust } from '@trustwright/shared-schemas'
import { auditedWrite } from '../../domain/audited-write.ts'
import type { CredentialHolder } from '../../domain/credential-holder.ts'
import { demandTrustAllowed } from '../../domain/guardrails.ts'
import { describeTrust } from '../../domain/trust-facts.ts'
import { noteDone } from '../../domain/unrecorded.ts'
import { PortalError } from '../../errors.ts'
import type { Caller, CredentialValues } from '../../ports.ts'
import { findRestorable, markRestored } from './deleted-trusts.ts'
import { notePatterns } from './note-patterns.ts'
import type { TrustDeps } from './trust-deps.ts'
import { storeNewCredential } from './store-new-credential.ts'
import { valuesOf } from '../../domain/values-of.ts'

/** Makes a deleted trust again. Azure decides whether the caller may, as for any new one. */
export async function restoreTrust(
  { audit, clock, db, guardrails, writes }: TrustDeps,
  caller: Caller,
  holder: CredentialHolder,
  deletedTrustId: string,
): Promise<Trust> {
  const find = () => findRestorable(db, new Date(clock.now()), holder.id, deletedTrustId)
  const kept = await find()
  if (kept === null) throw new PortalError('TRUST_NOT_RESTORABLE')
  const { trust } = kept
  const values = storableOf(trust)
  const credential = await auditedWrite(
    audit,
    { caller, operation: 'trust.restore', target: holder.trustId(trust.name), after: valuesOf(trust) },
    async () => {
      const guarded = { ...values, name: trust.name }
      await demandTrustAllowed(guardrails, caller, { parent: holder.parent, values: guarded })
      return await notePatterns({ clock, db }, caller, holder, values, () =>
        writes.run(holder.id, async () => {
          // Two people may have asked at once: the second finds it done when its turn comes.
          if ((await find()) === null) throw new PortalError('TRUST_NOT_RESTORABLE')
          const written = await storeNewCredential(holder, caller, trust.name, values)
          await noteDone(() => markRestored(db, new Date(clock.now()), deletedTrustId))
          return written
        }),
      )
    },
    valuesOf,
  )
  return noteDone(() => describeTrust(db, clock, { parent: holder.parent, credential }))
}

/** What Azure is asked to store, of all that the portal kept. */
function storableOf({ issuer, subject, audiences, description, expression }: Trust): CredentialValues {
  return { issuer, subject, audiences, description, expression }
}
