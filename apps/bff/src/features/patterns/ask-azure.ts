import { randomBytes } from 'node:crypto'
import type { CredentialHolder } from '../../domain/credential-holder.ts'
import { verdictOf, type Verdict } from '../../domain/pattern-verdict.ts'
import { PortalError } from '../../errors.ts'
import type { Caller, CredentialValues } from '../../ports.ts'

export interface Answer extends Verdict {
  /** Name of a probe that Azure stored and the portal could not delete. */
  readonly leftBehind: string | null
}

const issuer = 'https://token.actions.githubusercontent.com'
const audiences = ['api://AzureADTokenExchange']
/** GitHub's subjects start with a claim of its own, and its IDs at 1, so no token can carry these. */
const matchesNothing = "claims['sub'] eq 'trustwright:pattern-probe' and claims['repository_id'] eq '0'"

/** Has all claims that are required, and one that Azure's documents do not allow. */
export const refusable = `${matchesNothing} and claims['trustwright_probe'] eq '0'`
/** Follows every rule of Azure's documents. */
export const storable = matchesNothing

/**
 * Asks Azure to store the expression and reads its answer; what it stores is deleted at once. Throws what tells nothing
 * about patterns, as a missing role. To be run in the holder's turn.
 */
export async function askAzure(
  holder: CredentialHolder,
  caller: Caller,
  expression: string,
): Promise<Answer> {
  const name = `trustwright-probe-${randomBytes(4).toString('hex')}`
  const values: CredentialValues = { issuer, subject: null, audiences, expression }
  try {
    const { value: stored } = await holder.put(caller, { name, values, before: null })
    return await deleteProbe(() => holder.delete(caller, stored), name)
  } catch (error) {
    const verdict = verdictOf(error, holder.parent.kind)
    if (verdict === null) throw error
    return { ...verdict, leftBehind: null }
  }
}

async function deleteProbe(deleteStored: () => Promise<unknown>, name: string): Promise<Answer> {
  const accepted = 'Azure stored a pattern that no token can match'
  try {
    await deleteStored()
    return { accepted: true, evidence: `${accepted}, and the portal deleted it at once.`, leftBehind: null }
  } catch (error) {
    if (!(error instanceof PortalError)) throw error
    const evidence = `${accepted}. Deleting it failed: ${error.detail} Delete the trust ${name} by hand.`
    return { accepted: true, evidence, leftBehind: name }
  }
}
