import type { Difference } from '../../kernel/difference.ts'

export const exchangeDifferences: readonly Difference[] = [
  entra(
    'The exchange judges in this order: credentials present, token readable, issuer, Entra-issued, audience, subject or expression, metadata, key, signature, lifetime.',
    'Entra publishes no order; matching errors are seen with issuers that cannot be reached, so matching comes first.',
    'assumed',
  ),
  entra(
    'The OAuth error and status of the no-match family are `invalid_client` and 401; those of unreadable tokens and unreachable issuers are `invalid_request` and 400.',
    'Seen for some of the numbers in public threads, carried over to the others.',
    'reported',
  ),
  entra(
    'AADSTS501661 is an issuer that does not answer, 50166 one that answers 429 or 5xx, 90061 one whose answer is no metadata of its own or holds no keys.',
    'All three have the same text; the split follows the causes that people reported.',
    'reported',
  ),
  entra(
    'Tokens of Entra are refused with 700222 (version 1.0, or for a managed identity), 700236 (another tenant), 900382 (another cloud), 700229 (a person), 700226 (no managed identity), 700231 (itself from a federation), 70052 (`/eid1/` on a multi-tenant application); 700227 is never sent.',
    'The numbers and most texts are published; which case takes which is partly inferred.',
    'reported',
  ),
  entra(
    'A managed identity that federated gets an exchange token with `xms_ficinfo`, by which it is known not to be exchanged again.',
    'That chaining is refused is reported; how Entra knows is not published.',
    'assumed',
  ),
  entra(
    'RS256 with keys of 2048 bits or more only; a shorter key is AADSTS5002730.',
    'Microsoft tests RS256 only. The number was seen where key and algorithm do not fit.',
    'reported',
  ),
  entra(
    "An issuer's keys are kept for twenty minutes (a setting), a failure for one.",
    'Twenty to sixty minutes are reported; nothing is published.',
    'reported',
  ),
  entra(
    'After a write of a credential every other exchange sees the old state for as long as the setting says, the first one included; an early miss doubles it.',
    'Minutes of mixed results are documented, their pattern is not. Off unless it is switched on.',
    'assumed',
  ),
  entra(
    'A trust named `sentinel-unheard` fits no subject until it was deleted and made again: AADSTS700213 for the exact one.',
    'Records that the directory never heard of are reported, with that remedy (Azure/azure-workload-identity#1200).',
    'reported',
  ),
  entra(
    'Expressions: letters count with their case, `*` also crosses `/` and `:`, a quote is escaped by doubling it, numbers compare as text.',
    'The documents give the grammar and leave these open.',
    'assumed',
  ),
  entra(
    'A GitHub expression must name `sub` and an id; a probe of 2026 saw an id alone pass.',
    'The documents ask for both.',
    'documented',
  ),
  entra(
    'Refusals of an expression for its issuer, grammar, operator and language version, and AADSTS7002241, 700233 and 700235, have words of our own; 700234 and 700237 are never sent.',
    'Their texts were not found.',
    'assumed',
  ),
]

function entra(what: string, why: string, certainty: Difference['certainty']): Difference {
  return { area: 'Entra', what, why, certainty }
}
