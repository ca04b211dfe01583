import type { FieldValues } from '../../model/preset.ts'
import type { Segment } from '../../model/segment.ts'
import { fieldText } from '../../model/texts.ts'
import { type ClaimPart, readClaimList } from '../platform/claim-list.ts'
import { encodeValue } from './hosting.ts'

/** The field that holds the list: the one with the repository, or the one without. */
export function templateKeyOf(fields: FieldValues): 'template' | 'claims' {
  return fieldText(fields, 'entity') === 'keys' ? 'claims' : 'template'
}

/** The claims of the template in their order. */
export function partsOf(fields: FieldValues): readonly ClaimPart[] {
  return readClaimList(fieldText(fields, templateKeyOf(fields)))
}

/** `key:value` for each claim of the template, in its order; `repo` and `context` are written as in a default subject. */
export function templateSegments(fields: FieldValues, repository: readonly Segment[]): readonly Segment[] {
  return partsOf(fields).flatMap((part, index) => {
    const colon: Segment[] = index === 0 ? [] : [{ text: ':', label: '', source: 'fixed' }]
    return [...colon, ...partSegments(part, fields, repository)]
  })
}

function partSegments(
  { key, value }: ClaimPart,
  fields: FieldValues,
  repository: readonly Segment[],
): readonly Segment[] {
  if (key === 'repo') return repository
  const text = key === 'context' ? contextText(value ?? '', fields) : encodeValue(value ?? '', fields)
  return [
    ...(key === 'context' ? [] : [{ text: `${key}:`, label: '', source: 'derived' } as const]),
    { text, label: key, source: 'field', fieldKey: templateKeyOf(fields) },
  ]
}

function contextText(value: string, fields: FieldValues): string {
  const start = 'environment:'
  return value.startsWith(start) ? `${start}${encodeValue(value.slice(start.length), fields)}` : value
}

/** The repository, where the template holds it, and every value. */
export function templateNameParts(fields: FieldValues): readonly string[] {
  return partsOf(fields).map(({ key, value }) =>
    key === 'repo' ? fieldText(fields, 'repository') : (value ?? ''),
  )
}
