import type { ErrorCode, GithubGap, GithubRepositoryPath, GithubSubject } from '@trustwright/shared-schemas'
import { PortalError } from '../errors.ts'
import type { FoundRepository, Github, GithubAsk } from '../github-port.ts'

/** How the repository's subjects are made, as GitHub says it; where it does not, why. Throws GITHUB_CONNECTION_ENDED. */
export async function readSubject(
  github: Github,
  ask: GithubAsk,
  { owner, name, ownerType }: Pick<FoundRepository, 'owner' | 'name' | 'ownerType'>,
): Promise<GithubSubject> {
  const path: GithubRepositoryPath = { owner, name }
  const template = await orGap(github.readSubjectTemplate(ask, path))
  if ('because' in template) return { state: 'unknown', because: template.because }
  const { usesDefault, claimKeys, prefix, hasIds } = template.found
  const told: GithubGap | null = prefix === null || hasIds === null ? 'not-told' : null
  const known = { state: 'known', usesDefault, prefix, hasIds } as const
  if (usesDefault) return { ...known, claimKeys: null, claimKeysFrom: null, because: told }
  if (claimKeys !== null) return { ...known, claimKeys, claimKeysFrom: 'repository', because: told }
  // A repository that opted in without claims of its own follows its organisation.
  if (ownerType === 'User') return { ...known, claimKeys: null, claimKeysFrom: null, because: 'not-told' }
  const ofOwner = await orGap(github.readOrganizationClaims(ask, owner))
  if ('because' in ofOwner) {
    return { ...known, claimKeys: null, claimKeysFrom: 'organization', because: ofOwner.because }
  }
  const because = ofOwner.found === null ? 'not-told' : told
  return { ...known, claimKeys: ofOwner.found, claimKeysFrom: 'organization', because }
}

const gaps: Partial<Record<ErrorCode, GithubGap>> = {
  GITHUB_SIGN_IN_REQUIRED: 'sign-in-needed',
  GITHUB_NOT_FOUND: 'not-shown',
  GITHUB_REFUSED: 'not-allowed',
  GITHUB_RATE_LIMITED: 'rate-limited',
  GITHUB_FAILED: 'unreachable',
  GITHUB_TIMEOUT: 'unreachable',
  GITHUB_MOVED: 'not-told',
}

async function orGap<T>(reading: Promise<T>): Promise<{ found: T } | { because: GithubGap }> {
  try {
    return { found: await reading }
  } catch (error) {
    const because = error instanceof PortalError ? gaps[error.code] : undefined
    if (because === undefined) throw error
    return { because }
  }
}
