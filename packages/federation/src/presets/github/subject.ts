import type { FieldValues } from '../../model/preset.ts'
import type { Segment } from '../../model/segment.ts'
import { fieldText } from '../../model/texts.ts'
import { templateSegments } from './custom-subject.ts'
import { entityMarks, isGithubEntity, isTemplate, shortRef } from './facts.ts'
import { encodeValue, issuerSegments } from './hosting.ts'

/**
 * Issuer and subject as a job's token carries them.
 * Source: https://docs.github.com/en/actions/reference/security/oidc
 */
export function githubClaims(fields: FieldValues) {
  const repository: readonly Segment[] = [
    { text: 'repo:', label: '', source: 'fixed' },
    named(fields, 'owner', 'ownerId', 'owner name'),
    { text: '/', label: '', source: 'fixed' },
    named(fields, 'repository', 'repositoryId', 'repository'),
  ]
  return {
    issuer: issuerSegments(fields),
    subject: isTemplate(fieldText(fields, 'entity'))
      ? templateSegments(fields, repository)
      : [...repository, ...entitySegments(fields)],
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
  const value = encodeValue(shortRef(fieldText(fields, entity), entity), fields)
  return [choice, { text: value, label: entity, source: 'field', fieldKey: entity }]
}
