import { nameOf, readGithubSubject, readRepository } from '../diagnosis/github-subject.ts'
import type { GithubFacts } from '../diagnosis/trust.ts'

/** The subject with the immutable IDs of its repository; null where it names none, or the IDs are not told. */
export function subjectWithIds(subject: string, facts: GithubFacts): string | null {
  const { repository } = readGithubSubject(subject)
  if (repository === null) return null
  const sent = readRepository(facts.subClaimPrefix ?? '')
  const ownerId = facts.repositoryOwnerId ?? sent?.ownerId ?? null
  const repositoryId = facts.repositoryId ?? sent?.repositoryId ?? null
  if (ownerId === null || repositoryId === null) return null
  const named = `${repository.owner}@${ownerId}/${repository.repository}@${repositoryId}`
  return subject.replace(`repo:${nameOf(repository)}`, () => `repo:${named}`)
}
