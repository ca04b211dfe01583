import { presetById, recognise, type FieldGuide, type Recognised } from '@trustwright/federation'

/** Longer ones stand in the letters above. */
const longestValue = 60

/**
 * What differs between two subjects in the words of their platform, as one sentence without its full stop; null where nobody
 * recognises both as the same platform's. `issuers` are those that either may be of, best first.
 */
export function differingPart(trust: string, token: string, issuers: readonly string[]): string | null {
  const [of, shown] = readBoth(trust, token, issuers) ?? []
  if (of === undefined || shown === undefined) return null
  const guides = presetById(of.presetId).fieldGuides
  const keys = Object.keys(guides).filter((key) => of.fields[key] !== shown.fields[key])
  const [only] = keys
  if (only === undefined) return null
  // Another choice asks for other fields: what they amount to says more than each.
  const isOtherKind = keys.some((key) => of.fields[key] === undefined || shown.fields[key] === undefined)
  if (isOtherKind && of.qualifier !== shown.qualifier) {
    return of.qualifier === null || shown.qualifier === null
      ? null
      : `The trust is for ${of.qualifier}, the token comes from ${shown.qualifier}`
  }
  const choice = keys.find((key) => guides[key]?.options !== undefined)
  if (isOtherKind && choice !== undefined) return sidesOf(choice, guides, of, shown)
  if (keys.length === 1) return sidesOf(only, guides, of, shown)
  return `${listed(keys.map((key, at) => labelOf(key, guides, at > 0)))} differ`
}

/** Both with the same fields, so that these can be compared. */
function readBoth(
  trust: string,
  token: string,
  issuers: readonly string[],
): readonly [Recognised, Recognised] | null {
  for (const issuer of issuers) {
    const [of, shown] = [recognise({ issuer, subject: trust }), recognise({ issuer, subject: token })]
    const isKnown = of !== null && shown !== null && of.presetId === shown.presetId
    if (isKnown && of.presetId !== 'other-issuer') return [of, shown]
  }
  return null
}

type Guides = Readonly<Record<string, FieldGuide>>

function sidesOf(key: string, guides: Guides, of: Recognised, shown: Recognised): string {
  const [stored, presented] = [of, shown].map(({ fields }) => valueOf(fields[key] ?? '', guides[key]))
  const what = labelOf(key, guides)
  if ([stored, presented].some((value) => value === undefined || value.length > longestValue))
    return `${what} differs`
  return `${what} differs: ${stored ?? ''} in the trust, ${presented ?? ''} in the token`
}

/** A choice by its words, what was typed in quotes. */
function valueOf(value: string, guide: FieldGuide | undefined): string {
  if (value === '') return 'nothing'
  return guide?.options?.find((option) => option.value === value)?.label ?? `“${value}”`
}

/** `Environment`, and after the first `environment`; names such as `ID` keep their letters. */
function labelOf(key: string, guides: Guides, isLower = false): string {
  const label = guides[key]?.label ?? key
  return isLower && /^[A-Z][a-z ]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}

function listed(parts: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(parts)
}
