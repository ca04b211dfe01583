import type { CredentialHolder } from '../../domain/credential-holder.ts'
import { verdictOf, type Verdict } from '../../domain/pattern-verdict.ts'
import { UnsettledWrite } from '../../domain/unsettled-write.ts'
import { PortalError } from '../../errors.ts'
import type { Caller, StoredCredential } from '../../ports.ts'
import { probeValues } from './probe-values.ts'

export interface Answer extends Verdict {
  /** Name of a probe that Azure stored and the portal could not delete. */
  readonly leftBehind: string | null
}

/**
 * Asks Azure to store the expression under a name that is free, and reads its answer; what it stores is deleted at once.
 * Throws what tells nothing about patterns, as a missing role. To be run in the holder's turn.
 */
export async function askAzure(
  holder: CredentialHolder,
  caller: Caller,
  name: string,
  expression: string,
): Promise<Answer> {
  const values = probeValues(expression)
  let stored: StoredCredential
  try {
    stored = (await holder.put(caller, { name, values, before: null })).value
  } catch (error) {
    const verdict = verdictOf(error, holder.parent.kind)
    if (verdict !== null) return { ...verdict, leftBehind: null }
    if (!(error instanceof PortalError) || !(error.cause instanceof UnsettledWrite)) throw error
    // It may have been stored. What nobody stored counts as deleted.
    const probe = { id: holder.trustId(name), name, ...values }
    throw withName(error, name, await deleteProbe(holder, caller, probe))
  }
  const finding = 'Azure stored a pattern that no token can match.'
  const problem = await deleteProbe(holder, caller, stored)
  if (problem === null) {
    const evidence = `${finding} The portal deleted it at once.`
    return { accepted: true, finding: evidence, evidence, leftBehind: null }
  }
  const evidence = `${finding} Deleting it failed: ${problem.detail} Delete the trust ${name} by hand.`
  return { accepted: true, finding, evidence, leftBehind: name }
}

/** Why the probe may still be there; null where it is gone. */
export async function deleteProbe(
  holder: CredentialHolder,
  caller: Caller,
  probe: StoredCredential,
): Promise<PortalError | null> {
  try {
    await holder.delete(caller, probe)
    return null
  } catch (error) {
    if (error instanceof PortalError) return error
    throw error
  }
}

function withName(error: PortalError, name: string, problem: PortalError | null): PortalError {
  const state =
    problem === null ? 'and asked Azure to delete it' : `and could not delete it: ${problem.detail}`
  return new PortalError(error.code, {
    ...error.extras,
    detail: `The answer of Azure was lost. The portal had asked with a trust ${name}, ${state}`.replace(
      /[^.]$/,
      '$&.',
    ),
    nextStep: `Look whether the trust ${name} is there, and delete it if it is. Then ask again.`,
    cause: error.cause,
  })
}
