import { randomBytes } from 'node:crypto'
import type { CredentialValues, StoredCredential } from '../../ports.ts'

const issuer = 'https://token.actions.githubusercontent.com'
const audiences = ['api://AzureADTokenExchange']
/** GitHub's subjects start with a claim of its own, and its IDs at 1, so no token can carry these. */
const matchesNothing = "claims['sub'] eq 'trustwright:pattern-probe' and claims['repository_id'] eq '0'"

/** Has all claims that are required, and one that Azure's documents do not allow. */
export const refusable = `${matchesNothing} and claims['trustwright_probe'] eq '0'`
/** Follows every rule of Azure's documents. */
export const storable = matchesNothing

export function probeValues(expression: string): CredentialValues {
  return { issuer, subject: null, audiences, expression }
}

const prefix = 'trustwright-probe-'

export function newProbeName(): string {
  return `${prefix}${randomBytes(4).toString('hex')}`
}

/** True for a probe alone: nobody's trust has such a name and such a pattern. */
export function isProbe({ name, expression }: StoredCredential): boolean {
  return name.startsWith(prefix) && (expression === refusable || expression === storable)
}
