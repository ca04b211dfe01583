import { invalidClient } from '../core/refusal.ts'

const skewMs = 5 * 60 * 1000

/** Throws unless an assertion is valid now, five minutes early or late allowed. Milliseconds since 1970. */
export function checkLifetime(
  { validFrom, expiresAt }: { validFrom: number; expiresAt: number },
  now: number,
): void {
  if (now + skewMs >= validFrom && now - skewMs < expiresAt) return
  throw invalidClient(
    700024,
    `Client assertion is not within its valid time range. Current time: ${sevenDigits(now)}, assertion valid from ${sevenDigits(validFrom)}, expiry time of assertion ${sevenDigits(expiresAt)}. Review the documentation at https://docs.microsoft.com/azure/active-directory/develop/active-directory-certificate-credentials .`,
  )
}

/** .NET's round-trip format: seven digits of a second. */
function sevenDigits(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '0000Z')
}
