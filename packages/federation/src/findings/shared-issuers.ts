import type { KnownPlatform } from '../diagnosis/platform-of.ts'

const platformsOfAll: readonly KnownPlatform[] = [
  'github',
  'gitlab',
  'terraform',
  'google',
  'buildkite',
  'fly',
  'pulumi',
  'scalr',
  'entra',
]

/** One issuer for all customers of a platform, which does not go away with one of them. */
export function isSharedIssuer(issuer: string, platform: KnownPlatform | null): boolean {
  return platform !== null && platformsOfAll.includes(platform) && !issuer.includes('/_services/')
}
