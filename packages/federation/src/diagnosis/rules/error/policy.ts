import { causeOf } from '../../cause.ts'
import type { CauseCode } from '../../codes.ts'
import { codeWords, type ErrorRule } from '../../error/error-case.ts'

const administrator = 'Ask the administrator of the tenant to allow it. Do not change the trust.'
const managed =
  'Present the token of a managed identity of the same tenant, asked for with the audience api://AzureADTokenExchange, or that of an outside platform.'

/** Refusals by rules of Entra or of the tenant, which no value of a trust can change. */
const facts: Readonly<Record<string, readonly [CauseCode, string, string]>> = {
  '700222': [
    'entra-token',
    'Entra issued this token itself (an Entra-issued token), and takes none of its own except that of a managed identity.',
    managed,
  ],
  '700226': ['entra-token', 'Of Entra-issued tokens only those of managed identities are taken.', managed],
  '700227': [
    'entra-token',
    'The Entra-issued token was asked for with an audience that is not allowed here, or is a v1.0 token.',
    managed,
  ],
  '700229': [
    'entra-token-of-person',
    'The Entra-issued token stands for a person (delegated); only app-only tokens are taken.',
    'Present an app-only token: let the workload sign in as itself, by a managed identity.',
  ],
  '700231': [
    'entra-token',
    'This token itself came from a federated credential, and such a token cannot be exchanged again.',
    'Present the first token of the platform to this identity.',
  ],
  '700236': [
    'entra-token',
    'Identities of this tenant take no Entra-issued token of that issuer: it is of another tenant or of another kind.',
    managed,
  ],
  '700223': ['issuer-forbidden', 'A policy of the tenant forbids tokens of this issuer.', administrator],
  '700238': [
    'issuer-forbidden',
    'A policy of the tenant restricts workload identity federation. The code says nothing about the subject, whatever guides claim.',
    administrator,
  ],
  '7000226': [
    'issuer-forbidden',
    'The application has no policy that lets it use this credential.',
    administrator,
  ],
  '70052': [
    'app-multi-tenant',
    'For an Entra issuer the identity has to be a managed identity or a single-tenant application.',
    'Set signInAudience to AzureADMyOrg, or use a managed identity.',
  ],
  '900382': [
    'cross-cloud',
    'Token and identity belong to different clouds of Azure: cross-cloud federation does not exist.',
    'Use an identity, an audience and an address of the same cloud.',
  ],
  '53003': [
    'conditional-access',
    'A Conditional Access policy for workload identities blocks the sign-in.',
    'Ask the administrator to look at the sign-in log of the service principal. Do not change the trust.',
  ],
}

export const policy: ErrorRule = ({ code, failure }) => {
  if (code === '7002381')
    return { phase: 'exchange', causes: [requiredClaim(failure.quoted.claim, failure.line)] }
  const [cause, text, fix] = facts[code ?? ''] ?? []
  if (cause === undefined || text === undefined || fix === undefined) return null
  return {
    phase: 'exchange',
    causes: [
      causeOf(cause, {
        severity: 'block',
        certainty: 'certain',
        text,
        evidence: codeWords(code),
        fix,
      }),
    ],
  }
}

function requiredClaim(claim = 'enterprise', line: string) {
  const values = /claim with value (.{1,300}?) but actual value is '(.{0,100}?)'/.exec(line)
  return causeOf('claim-required', {
    severity: 'block',
    certainty: 'certain',
    text: `A policy of the tenant wants the ${claim} claim in the token with one of its values, and this token has ${values?.[2] ? `“${values[2]}”` : 'none'}. GitHub sets the claim; neither the workflow nor the trust can.`,
    evidence: `AADSTS7002381${values?.[1] === undefined ? '' : `: wanted ${values[1]}`}`,
    fix: `Host the repository in an accepted ${claim}, or use an identity of another tenant. Do not change the trust.`,
  })
}
