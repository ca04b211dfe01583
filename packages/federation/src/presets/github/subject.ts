import type { FieldValues } from '../../model/preset.ts'
import type { Segment } from '../../model/segment.ts'
import { fieldText } from '../../model/texts.ts'
import { entityMarks, githubIssuer, isGithubEntity, shortRef } from './facts.ts'

/**
 * Issuer and subject as a job's token carries them.
 * Source: https://docs.github.com/en/actions/reference/security/oidc
 */
export function githubClaims(fields: FieldValues) {
  return {
    issuer: [{ text: githubIssuer, label: 'GitHub Actions', source: 'fixed' }] satisfies Segment[],
    subject: [
      { text: 'repo:', label: '', source: 'fixed' } satisfies Segment,
      named(fields, 'owner', 'ownerId', 'owner name'),
      { text: '/', label: '', source: 'fixed' } satisfies Segment,
      named(fields, 'repository', 'repositoryId', 'repository'),
      ...entitySegments(fields),
    ],
  }
}

function named(fields: FieldValues, nameKey: string, idKey: string, label: string): Segment {
  const name = fieldText(fields, nameKey)
  if (fieldText(fields, 'identifiers') !== 'ids') {
    return { text: name, label, source: 'field', fieldKey: nameKey }
  }
  const text = `${name}@${fieldText(fields, idKey)}`
  return { text, label: `${label} + ID`, source: 'field', fieldKey: nameKey }
}

function entitySegments(fields: FieldValues): readonly Segment[] {
  const entity = fieldText(fields, 'entity')
  if (!isGithubEntity(entity)) return []
  const choice: Segment = {
    text: `:${entityMarks[entity]}`,
    label: 'from your choice',
    source: 'derived',
    fieldKey: 'entity',
  }
  if (entity === 'pull-request') return [choice]
  const value = encodeValue(shortRef(fieldText(fields, entity), entity))
  return [choice, { text: value, label: entity, source: 'field', fieldKey: entity }]
}

/** A colon inside a value is written `%3A`, since colons part the subject. */
function encodeValue(value: string): string {
  return value.replaceAll(':', '%3A')
}
