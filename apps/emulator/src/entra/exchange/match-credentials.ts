import type { FederatedCredential } from '../../kernel/entities/federated-credential.ts'
import { evaluateExpression } from '../../kernel/expressions/evaluate-expression.ts'
import { rulesOfIssuer } from '../../kernel/expressions/issuer-rules.ts'
import { parseExpression } from '../../kernel/expressions/parse-expression.ts'
import type { World } from '../../kernel/world.ts'
import type { EntraRefusal } from '../core/refusal.ts'
import { isFirstPartySubject, namedAudiences } from './check-entra-token.ts'
import { sameIssuer } from './entra-issuer.ts'
import { exchangeFaults } from './exchange-faults.ts'
import type { Assertion } from './parse-assertion.ts'

/** Credentials that trust the token's issuer; throws when there is none. */
export function matchIssuer(
  assertion: Assertion,
  credentials: readonly FederatedCredential[],
  world: World,
): FederatedCredential[] {
  const found = credentials.filter(({ issuer }) => sameIssuer(issuer, assertion.issuer, world))
  if (found.length === 0) throw exchangeFaults.noIssuer(assertion.issuer)
  return found
}

/** Those among them with one of the token's audiences; throws when there is none. */
export function matchAudience(
  assertion: Assertion,
  credentials: readonly FederatedCredential[],
  world: World,
): FederatedCredential[] {
  const presented = namedAudiences(assertion, world)
  const found = credentials.filter(({ audiences }) => audiences.some((each) => presented.includes(each)))
  if (found.length === 0) throw exchangeFaults.noAudience(assertion.audiences)
  return found
}

/** The one that trusts the subject, letter by letter or by its expression; throws when there is none. */
export function matchSubject(
  assertion: Assertion,
  credentials: readonly FederatedCredential[],
  world: World,
): FederatedCredential {
  const { subject } = assertion
  const exact = credentials.find((credential) => credential.subject === subject)
  if (exact) return exact
  const outcomes = credentials
    .filter(({ claimsMatchingExpression }) => claimsMatchingExpression !== null)
    .map((credential) => ({ credential, outcome: evaluate(credential, assertion, world) }))
  const met = outcomes.find(({ outcome }) => outcome === true)
  if (met) return met.credential
  const lower = subject.toLowerCase()
  if (credentials.some((credential) => credential.subject?.toLowerCase() === lower)) {
    throw exchangeFaults.otherCase(subject)
  }
  for (const { outcome } of outcomes) if (typeof outcome !== 'boolean') throw outcome
  if (outcomes.length > 0) throw exchangeFaults.noExpression(subject)
  throw isFirstPartySubject(subject)
    ? exchangeFaults.noFirstPartySubject(subject)
    : exchangeFaults.noSubject(subject)
}

function evaluate(
  credential: FederatedCredential,
  assertion: Assertion,
  world: World,
): boolean | EntraRefusal {
  const { parent, issuer, name, claimsMatchingExpression } = credential
  const { expressionsOnApplications, expressionsOnManagedIdentities } = world.reality
  const accepted =
    parent.kind === 'managedIdentity' ? expressionsOnManagedIdentities : expressionsOnApplications
  if (!accepted) return exchangeFaults.expressionUnsupported()
  if (!rulesOfIssuer(issuer, world.reality.gitlabRequiredClaims))
    return exchangeFaults.expressionIssuer(issuer)
  const terms = parseExpression(claimsMatchingExpression?.value ?? '')
  return terms ? evaluateExpression(terms, assertion.claims) : exchangeFaults.expressionUnreadable(name)
}
