import { judgeProbe, type DiagnosedTrust } from '@trustwright/federation'
import type { IssuerProbe, IssuerProbeRequest } from '@trustwright/shared-schemas'
import { probeAnswerOf } from '../../domain/probe-answer.ts'
import type { Caller } from '../../ports.ts'
import type { IssuerDeps } from './issuer-deps.ts'
import { toIssuerProbe } from './to-issuer-probe.ts'

/** Reads an issuer, or takes what was read minutes ago, and judges it. Throws PortalError TOO_MANY_REQUESTS. */
export async function probeIssuer(
  { issuers }: IssuerDeps,
  { tenantId, objectId }: Caller,
  { issuer, subject, audience, refresh = false }: IssuerProbeRequest,
): Promise<IssuerProbe> {
  const reading = await issuers.readIssuer({ tenantId, who: objectId, issuer, fresh: refresh })
  const trust: DiagnosedTrust = {
    issuer,
    ...(subject !== undefined && { subject }),
    ...(audience !== undefined && { audiences: [audience] }),
  }
  const { causes } = judgeProbe(issuer, probeAnswerOf(reading), trust)
  return toIssuerProbe(reading, causes)
}
