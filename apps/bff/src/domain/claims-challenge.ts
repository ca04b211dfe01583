/** `claims` of a problem, from the JSON of a claims request; nothing where there is none. */
export function claimsExtra(json: string | undefined): { claims?: string } {
  return json === undefined || json === '' ? {} : { claims: Buffer.from(json).toString('base64url') }
}

/**
 * The challenge of an answer to who came with an access token. `claims` as in a problem; in the header it is plain base64, as
 * Azure's own clients read it. https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function challengeOf(claims: string | undefined): string {
  if (claims === undefined) return 'Bearer error="invalid_token"'
  const plain = Buffer.from(claims, 'base64url').toString('base64')
  return `Bearer error="insufficient_claims", claims="${plain}"`
}
