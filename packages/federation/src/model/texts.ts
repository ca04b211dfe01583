import type { FieldValues } from './preset.ts'

/** The text of a field; an absent one is the empty text. */
export function fieldText(fields: FieldValues, key: string): string {
  return fields[key] ?? ''
}

/** The fields without white space around their texts: no token carries it, and Azure compares every character. */
export function trimmedFields(fields: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, value?.trim()]))
}
