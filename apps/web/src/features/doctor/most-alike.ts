import type { TenantTrust } from './scope.ts'
import { sliceLength, type Slices } from '../../lib/slices.ts'

/** Trusts that are looked at letter by letter; of a larger tenant, those most alike. */
const mostCompared = 400
const mostWords = 40

/** Those that share the most words with the claims; comparing 50,000 letter by letter would take seconds. */
export function* mostAlike(
  trusts: readonly TenantTrust[],
  claims: readonly string[],
): Slices<readonly TenantTrust[]> {
  if (trusts.length <= mostCompared) return trusts
  const wanted = wordsOf(claims)
  /** By how many words they share: in their order, without sorting all of them. */
  const shelves: TenantTrust[][] = Array.from({ length: wanted.length + 1 }, () => [])
  for (const [at, trust] of trusts.entries()) {
    if (at % sliceLength === 0) yield
    const text = searchable(trust)
    shelves[wanted.reduce((count, word) => (text.includes(word) ? count + 1 : count), 0)]?.push(trust)
  }
  return shelves.toReversed().flat().slice(0, mostCompared)
}

function wordsOf(claims: readonly string[]): readonly string[] {
  const words = new Set(
    claims.flatMap((claim) =>
      claim
        .slice(0, 700)
        .toLowerCase()
        .split(/[:/@.=]+/),
    ),
  )
  words.delete('')
  return [...words].slice(0, mostWords)
}

function searchable({ issuer, subject, claimsMatchingExpression }: TenantTrust): string {
  const pattern = typeof claimsMatchingExpression === 'string' ? claimsMatchingExpression : ''
  return `${issuer ?? ''}\n${subject ?? ''}\n${pattern}`.toLowerCase()
}
