import { limits } from '@trustwright/shared-schemas'
import { nameFrom } from '../../../model/trust-name.ts'
import { type Cause, type CauseField, causeOf } from '../../cause.ts'
import type { DraftRule } from '../../draft-view.ts'
import { quoted } from '../../letters.ts'

/** What Azure's limits refuse. https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations */
export const limitRule: DraftRule = ({ name, trust }) => [
  ...nameCauses(name, trust.name?.length ?? 0),
  ...tooLong('issuer', trust.issuer ?? ''),
  ...tooLong('subject', trust.subject ?? ''),
  ...tooLong('audience', trust.audiences?.[0] ?? ''),
]

function nameCauses(name: string | null, length: number): Cause[] {
  if (name === null) return []
  const { nameMinLength, nameMaxLength } = limits
  const fix = `Use a name such as ${nameFrom([name])}. A name cannot be changed later.`
  const rest = {
    severity: 'block',
    certainty: 'certain',
    field: 'name',
    evidence: `Name: ${quoted(name)}`,
    action: { kind: 'set', field: 'name', value: nameFrom([name]) },
  } as const
  const wrong = characterWords(name)
  return [
    ...(wrong === null
      ? []
      : [causeOf('name-characters', { ...rest, text: `Azure refuses the name: ${wrong}.`, fix })]),
    ...(length >= nameMinLength && length <= nameMaxLength
      ? []
      : [
          causeOf('name-length', {
            ...rest,
            text:
              length > nameMaxLength
                ? `Azure refuses the name as too long: it has ${length} characters, ${nameMaxLength} are allowed.`
                : `Azure refuses the name as too short: it has ${length} characters, ${nameMinLength} are needed.`,
            fix,
          }),
        ]),
  ]
}

const characterNames: Readonly<Record<string, string>> = {
  '.': 'a dot',
  ' ': 'a blank',
  '/': 'a slash',
  ':': 'a colon',
  '@': 'an @',
  '+': 'a plus',
}

function characterWords(name: string): string | null {
  const wrong = [...new Set(name.match(/[^A-Za-z0-9_-]/gu) ?? [])]
  if (wrong.length > 0) {
    const words = wrong
      .slice(0, 4)
      .map((one) => characterNames[one] ?? `the character ${JSON.stringify(one)}`)
    return `it has ${words.join(', ')}; letters A to Z, digits, - and _ are allowed`
  }
  return /^[_-]/.test(name) ? 'it starts with - or _; a letter or digit is needed' : null
}

function tooLong(field: CauseField, value: string): Cause[] {
  if (value.length <= limits.textLength) return []
  return [
    causeOf('value-too-long', {
      severity: 'block',
      certainty: 'certain',
      field,
      text: `Azure refuses the ${field}: it has ${value.length} characters, ${limits.textLength} are allowed.`,
      evidence: quoted(value),
      fix: `Shorten the ${field} at the platform: a shorter template, path or name.`,
    }),
  ]
}
