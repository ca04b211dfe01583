import type { FieldValues } from './preset.ts'

/** The text of a field; an absent one is the empty text. */
export function fieldText(fields: FieldValues, key: string): string {
  return fields[key] ?? ''
}

/** True when white space stands before or after the text. */
export function hasOuterSpace(value: string): boolean {
  return value !== value.trim()
}
