import { limits, TrustName } from '@trustwright/shared-schemas'
import type { FieldValues } from './model/preset.ts'
import { fieldText } from './model/texts.ts'
import { nameFrom } from './model/trust-name.ts'

/** What sets one of several trusts apart: the values in which its fields differ from the form's, such as `plan`. */
export function partOf(whole: FieldValues, fields: FieldValues): string {
  return Object.keys(fields)
    .filter((key) => fieldText(fields, key) !== fieldText(whole, key))
    .map((key) => fieldText(fields, key))
    .join('-')
}

/** The fields that all trusts of a form have in common; what sets them apart is left out. */
export function commonFields(whole: FieldValues, parts: readonly FieldValues[]): FieldValues {
  const isCommon = (key: string) => parts.every((part) => fieldText(part, key) === fieldText(whole, key))
  return Object.fromEntries(Object.entries(whole).filter(([key]) => isCommon(key)))
}

/**
 * `network` and `plan` are `network-plan`. A name that would be too long with its part is cut and ends in a hash; one
 * that Azure refuses stays as it is, to be refused.
 */
export function withPart(name: string, part: string): string {
  const text = `${name}-${part}`
  const isCut = text.length > limits.nameMaxLength && TrustName.safeParse(name).success
  return isCut ? nameFrom([name, part]) : text
}
