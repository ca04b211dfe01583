import type { Trust } from '@trustwright/shared-schemas'

/** Where the deployment hands out a token that this trust matches; null where it has no such page. */
export function sampleTokenAddress(
  page: string | null,
  trust: Pick<Trust, 'issuer' | 'subject' | 'audiences'>,
): string | null {
  if (page === null || !URL.canParse(page)) return null
  const address = new URL(page)
  address.searchParams.set('issuer', trust.issuer)
  if (trust.subject !== null) address.searchParams.set('subject', trust.subject)
  if (trust.audiences[0] !== undefined) address.searchParams.set('audience', trust.audiences[0])
  return address.href
}
