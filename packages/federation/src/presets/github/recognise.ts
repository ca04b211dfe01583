import type { FieldValues, Recognised, StoredClaims } from '../../model/preset.ts'
import { textOf } from '../../model/segment.ts'
import { githubIssuer, type GithubEntity } from './facts.ts'
import { githubClaims } from './subject.ts'

const subjectPattern =
  /^repo:(?<owner>[^/@:]+)(?:@(?<ownerId>\d+))?\/(?<repository>[^/@:]+)(?:@(?<repositoryId>\d+))?:(?<rest>.+)$/s

const suffixes = [
  { start: 'environment:', entity: 'environment', word: 'environment' },
  { start: 'ref:refs/heads/', entity: 'branch', word: 'branch' },
  { start: 'ref:refs/tags/', entity: 'tag', word: 'tag' },
] as const satisfies readonly { start: string; entity: GithubEntity; word: string }[]

/** Reads a stored GitHub trust back into the fields of its form. */
export function recogniseGithub(stored: StoredClaims): Recognised | null {
  if (stored.issuer !== githubIssuer || stored.subject === null) return null
  const parts = subjectPattern.exec(stored.subject)?.groups
  const suffix = readSuffix(parts?.['rest'] ?? '')
  if (parts === undefined || suffix === null) return null
  const withIds = parts['ownerId'] !== undefined
  const fields: FieldValues = {
    owner: parts['owner'],
    repository: parts['repository'],
    identifiers: withIds ? 'ids' : 'names',
    ...(withIds ? { ownerId: parts['ownerId'], repositoryId: parts['repositoryId'] } : {}),
    ...suffix.fields,
  }
  if (textOf(githubClaims(fields).subject) !== stored.subject) return null
  return {
    presetId: 'github-actions',
    platform: 'GitHub Actions',
    workload: `${parts['owner']}/${parts['repository']}`,
    qualifier: suffix.words,
    fields,
  }
}

function readSuffix(rest: string): { readonly fields: FieldValues; readonly words: string } | null {
  if (rest === 'pull_request') return { fields: { entity: 'pull-request' }, words: 'pull request' }
  const found = suffixes.find(({ start }) => rest.startsWith(start) && rest.length > start.length)
  if (found === undefined) return null
  const value = rest.slice(found.start.length).replaceAll('%3A', ':')
  return { fields: { entity: found.entity, [found.entity]: value }, words: `${found.word} ${value}` }
}
