import type { Difference } from '../../kernel/difference.ts'

export const tokenDifferences: readonly Difference[] = [
  entra(
    'Version 2.0 tokens and the discovery document name the emulator as issuer; version 1.0 tokens and those for the token exchange carry the names that Entra gives them.',
    'Clients compare the issuer with the authority they asked; ARM, Graph and trusts compare it with the real name.',
    'documented',
  ),
  entra(
    "The emulator's own address is a resource too: a token for it is good for ARM and for Graph, with the permissions of both.",
    'Azure CLI asks for the address of its cloud in place of each; in Azure they are two resources.',
    'documented',
  ),
  entra(
    'The `scp` claim holds what the request asked for, and all that is consented to for `.default` only.',
    'Entra adds every permission that the client already holds on the resource.',
    'assumed',
  ),
  entra(
    "An API's `knownClientApplications` are kept and not used: consent for the API and for what lies behind it is asked for apart.",
    'Entra asks for both at once when the client asks for `.default`.',
    'documented',
  ),
  entra(
    'A secret and an assertion in one request are refused with AADSTS9002313.',
    'That Entra refuses them is documented by RFC 6749, its number was not found.',
    'assumed',
  ),
  entra(
    'The `jti` of a certificate assertion is not remembered, and its lifetime is not limited.',
    'Entra places no restriction on the lifetime; whether it refuses a second use is not published.',
    'documented',
  ),
  entra(
    'Certificates are matched by `x5t` and `x5t#S256`; `x5c` with a subject name is not looked at.',
    'Subject name and issuer authentication is for applications of Microsoft.',
    'documented',
  ),
  entra(
    'Federation to the partner tenant reaches its principals and tokens only; Graph answers 501 to them.',
    'One directory is emulated.',
    'documented',
  ),
  entra(
    'Sign-ins of managed identities with an outside token lie under `managedIdentity` in the sign-in log.',
    'Which of the four kinds Entra gives them is not published.',
    'assumed',
  ),
  entra(
    'Sign-in rows are there at once, and the last 10,000 are kept.',
    'Azure takes minutes and keeps them for 7 or 30 days.',
    'documented',
  ),
  entra(
    'The managed-identity endpoint stands for every machine. Each identity may be asked for by its ids; without one only a single existing identity is clear.',
    'Which identity is assigned to which machine is not emulated.',
    'documented',
  ),
  entra(
    'The grants with a password and with a SAML assertion answer 501.',
    'Microsoft advises against both; no client of a federated credential needs them.',
    'documented',
  ),
]

function entra(what: string, why: string, certainty: Difference['certainty']): Difference {
  return { area: 'Entra', what, why, certainty }
}
