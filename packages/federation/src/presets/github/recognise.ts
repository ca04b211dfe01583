import type { FieldValues, Recognised, StoredClaims } from '../../model/preset.ts'
import { textOf } from '../../model/segment.ts'
import { fieldText } from '../../model/texts.ts'
import { partsOf } from './custom-subject.ts'
import { type GithubEntity, isTemplate } from './facts.ts'
import { decodeValue, readIssuer } from './hosting.ts'
import { repositoryOf } from './repository-of.ts'
import { readTemplateSubject } from './read-template-subject.ts'
import { githubClaims } from './subject.ts'

const subjectPattern =
  /^repo:(?<owner>[^/@:]+)(?:@(?<ownerId>\d+))?\/(?<repository>[^/@:]+)(?:@(?<repositoryId>\d+))?(?::(?<rest>.+))?$/s

const suffixes = [
  { start: 'environment:', entity: 'environment' },
  { start: 'ref:refs/heads/', entity: 'branch' },
  { start: 'ref:refs/tags/', entity: 'tag' },
] as const satisfies readonly { start: string; entity: GithubEntity }[]

/** Reads a stored GitHub trust back into the fields of its form. */
export function recogniseGithub(stored: StoredClaims): Recognised | null {
  const { issuer, subject } = stored
  if (subject === null) return null
  for (const ofIssuer of readIssuer(issuer)) {
    for (const ofSubject of [readDefault(subject, ofIssuer), readTemplateSubject(subject, ofIssuer)]) {
      const fields = { ...ofIssuer, ...ofSubject }
      if (ofSubject !== null && textOf(githubClaims(fields).subject) === subject) return recognised(fields)
    }
  }
  return null
}

function readDefault(subject: string, ofIssuer: FieldValues): FieldValues | null {
  const parts = subjectPattern.exec(subject)?.groups
  const suffix = readSuffix(parts?.['rest'] ?? '', ofIssuer)
  return parts === undefined || suffix === null ? null : { ...repositoryOf(parts), ...suffix }
}

function readSuffix(rest: string, ofIssuer: FieldValues): FieldValues | null {
  if (rest === 'pull_request') return { entity: 'pull-request' }
  const found = suffixes.find(({ start }) => rest.startsWith(start) && rest.length > start.length)
  if (found === undefined) return null
  return { entity: found.entity, [found.entity]: decodeValue(rest.slice(found.start.length), ofIssuer) }
}

function recognised(fields: FieldValues): Recognised {
  const repository = fieldText(fields, 'repository')
  const named = { presetId: 'github-actions', platform: 'GitHub Actions', fields } as const
  if (repository === '') return { ...named, workload: templateWords(fields), qualifier: null }
  return {
    ...named,
    workload: `${fieldText(fields, 'owner')}/${repository}`,
    qualifier: isTemplate(fieldText(fields, 'entity')) ? templateWords(fields) : entityWords(fields),
  }
}

function entityWords(fields: FieldValues): string {
  const entity = fieldText(fields, 'entity')
  return entity === 'pull-request' ? 'pull request' : `${entity} ${fieldText(fields, entity)}`
}

function templateWords(fields: FieldValues): string {
  const parts = partsOf(fields).flatMap(({ key, value }) =>
    key === 'repo' ? [] : [key === 'context' ? (value ?? '') : `${key} ${value ?? ''}`],
  )
  return parts.join(', ') || 'any run'
}
