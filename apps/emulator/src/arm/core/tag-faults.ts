import type { ArmFault } from './refusal.ts'

/** Refusals of tags. Seen in Microsoft's PowerShell module Az.Migrate, which says them before the service does. */
export const tagFaults = {
  tooMany: (count: number, most: number): ArmFault =>
    bad(
      'InvalidTags',
      `Too many tags specified. Requested tag count - '${count}'. Maximum number of tags allowed - '${most}'.`,
    ),
  noName: (): ArmFault =>
    bad(
      'InvalidTagName',
      'The tag name must be non-null, non-empty and non-whitespace only. Please provide an actual value.',
    ),
  characters: (names: readonly string[]): ArmFault =>
    bad(
      'InvalidTagNameCharacters',
      String.raw`The tag names '${names.join(', ')}' have reserved characters '<,>,%,&,\,?,/' or control characters. These characters are only allowed for tags that start with the prefix 'hidden, link'.`,
    ),
  longName: (name: string, most: number): ArmFault =>
    bad(
      'InvalidTagName',
      `Tag key too large. Following tag name '${name}' exceeded the maximum length. Maximum allowed length for tag name - '${most}' characters.`,
    ),
  longValue: (value: string, most: number): ArmFault =>
    bad(
      'InvalidTagValueLength',
      `Tag value too large. Following tag value '${value}' exceeded the maximum length. Maximum allowed length for tag value - '${most}' characters.`,
    ),
} as const

function bad(code: string, message: string): ArmFault {
  return { status: 400, code, message }
}
