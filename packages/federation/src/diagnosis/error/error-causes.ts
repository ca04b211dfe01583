import type { Cause } from '../cause.ts'
import type { KnownTrust } from '../claims/token-context.ts'
import { assertionTime } from '../rules/error/assertion-time.ts'
import { byFact } from '../rules/error/by-fact.ts'
import { issuerUnreachable } from '../rules/error/issuer-unreachable.ts'
import { keyAndAlgorithm } from '../rules/error/key-and-algorithm.ts'
import { noMatch } from '../rules/error/no-match.ts'
import { phrases } from '../rules/error/phrases.ts'
import { policy } from '../rules/error/policy.ts'
import { resource } from '../rules/error/resource.ts'
import { service } from '../rules/error/service.ts'
import { unknownClient } from '../rules/error/unknown-client.ts'
import { unknownTenant } from '../rules/error/unknown-tenant.ts'
import { withoutTrust } from '../rules/error/without-trust.ts'
import type { ErrorContext, ErrorRule, Explained } from './error-case.ts'
import type { Phase } from '../../tokens/further-facts.ts'
import type { Failure } from './read-failure.ts'

/** Codes of Entra whose rule looks further than their meaning. */
const rules: Readonly<Record<string, ErrorRule>> = {
  '70021': noMatch,
  '700211': noMatch,
  '700212': noMatch,
  '7002121': noMatch,
  '700213': noMatch,
  '7002131': noMatch,
  '7002137': noMatch,
  '7002138': noMatch,
  '70025': withoutTrust,
  '700016': unknownClient,
  '90002': unknownTenant,
  '900021': unknownTenant,
  '900023': unknownTenant,
  '90019': unknownTenant,
  '50059': unknownTenant,
  '50128': unknownTenant,
  '700024': assertionTime,
  '90061': issuerUnreachable,
  '50166': issuerUnreachable,
  '501661': issuerUnreachable,
  '500011': resource,
}

interface ErrorInput {
  readonly failure: Failure
  readonly trusts: readonly KnownTrust[] | null
  readonly context: ErrorContext
}

/**
 * The first code of the text explains it; what later ones say stays possible, since logs repeat and chain their tries.
 * A text without a code is one of a service or of a tool.
 */
export function errorCauses(input: ErrorInput): Omit<Explained, 'phase'> & { readonly phase: Phase | null } {
  const { codes } = input.failure
  if (codes.length === 0) {
    const found = { ...input, code: null }
    const explained = service(found) ?? phrases(found)
    return explained ?? { phase: null, causes: [] }
  }
  const explained = codes.map((code) => ofCode(code, input))
  const [first, ...later] = explained
  const others = later.flatMap(({ causes }) =>
    causes.map((cause): Cause => ({ ...cause, certainty: 'possible' })),
  )
  return { phase: null, ...first, causes: [...(first?.causes ?? []), ...others] }
}

function ofCode(code: string, input: ErrorInput): Explained {
  const found = { ...input, code }
  const own = rules[code]?.(found) ?? policy(found) ?? keyAndAlgorithm(found) ?? byFact(found)
  return own ?? { phase: 'exchange', causes: [] }
}
