import { checkTrust as checkValues, judgeProbe } from '@trustwright/federation'
import type { DiagnosedCause, ProofStep, TrustRef } from '@trustwright/shared-schemas'
import { holderOf } from '../../domain/credential-holder.ts'
import { fingerprintOf } from '../../domain/fingerprint.ts'
import { probeAnswerOf } from '../../domain/probe-answer.ts'
import { readLadder } from '../../domain/proof-ladder.ts'
import { rememberProof } from '../../domain/remember-proof.ts'
import { toCauses } from '../../domain/to-causes.ts'
import { toDiagnosed } from '../../domain/to-diagnosed.ts'
import type { Caller } from '../../ports.ts'
import type { ProofDeps } from './proof-deps.ts'

/**
 * Checks the stored values by all rules, and what the issuer answers now. Remembered where nothing speaks against the values;
 * as `rules` alone where the issuer's documents or keys do not bear them out.
 */
export async function checkTrust(
  deps: Pick<ProofDeps, 'arm' | 'directory' | 'clock' | 'cloud' | 'db' | 'issuers'>,
  caller: Caller,
  { parent, trustName }: TrustRef,
): Promise<{ checked: ProofStep | null; causes: DiagnosedCause[] }> {
  const holder = holderOf(deps, parent)
  const [credential, all] = await Promise.all([holder.read(caller, trustName), holder.list(caller)])
  const siblings = all.filter(({ name }) => name !== credential.name).map(toDiagnosed)
  const diagnosed = toDiagnosed(credential)
  const context = { cloud: deps.cloud, parentKind: parent.kind, siblings, operation: 'update' }
  const ofValues = checkValues(diagnosed, context).causes
  const { tenantId, objectId: who } = caller
  const reading = await deps.issuers.readIssuer({ tenantId, who, issuer: credential.issuer })
  const ofIssuer = judgeProbe(credential.issuer, probeAnswerOf(reading), diagnosed).causes
  const fingerprint = fingerprintOf(credential)
  if (!ofValues.some(({ severity }) => severity === 'block')) {
    const stands = reading.jwks !== null && !ofIssuer.some(({ severity }) => severity === 'block')
    await rememberProof(deps.db, {
      trustId: credential.id,
      fingerprint,
      means: stands ? 'rules-and-issuer' : 'rules',
      at: new Date(deps.clock.now()),
      by: caller.username,
    })
  }
  const { checked } = await readLadder(deps.db, credential.id, fingerprint)
  const known = new Set<string>()
  const causes = [...ofValues, ...ofIssuer].filter(
    ({ code }) => !known.has(code) && known.add(code) !== undefined,
  )
  return { checked, causes: toCauses(causes) }
}
