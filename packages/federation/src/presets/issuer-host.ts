/** Host of an issuer, in small letters; empty when the text is not an address. */
export function hostOf(issuer: string): string {
  return URL.canParse(issuer) ? new URL(issuer).hostname : ''
}
