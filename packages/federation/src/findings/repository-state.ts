import { differsInCaseOnly } from '../diagnosis/letters.ts'
import type { RepositoryFacts } from './facts/inventory.ts'

/** GitHub shows no repository of this name to the account that looked. */
export function isGone({ repositoryStatus: status }: RepositoryFacts): boolean {
  return status === 404 || status === 410
}

/** The name that GitHub led on to, `another name` where it did not say which; null where the repository has this one. */
export function movedTo(facts: RepositoryFacts, name: string | null): string | null {
  const { canonicalRepository: canonical, repositoryStatus: status = 0 } = facts
  if (name === null) return null
  if (canonical !== undefined)
    return canonical === name || differsInCaseOnly(canonical, name) ? null : canonical
  return status >= 300 && status < 400 ? 'another name' : null
}
