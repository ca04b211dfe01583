import { checkExpression } from '@trustwright/federation'
import { Audience, Description, Expression, Issuer, Subject, type Trust } from '@trustwright/shared-schemas'
import * as z from 'zod'
import type { ChangedTrust } from '../../api/trust-calls.ts'
import type { ValueChange as Change } from '../../components/value-diff.tsx'
import { isFlexible } from '../../components/trust-words.ts'

/** The raw strings as they stand in the form. Subject or expression stays empty, as the trust is stored. */
export interface TrustChangeValues {
  issuer: string
  subject: string
  expression: string
  audience: string
  /** Of applications only. */
  description: string
}

const rest = { issuer: Issuer, audience: Audience, description: Description }
const none = z.string().max(0)
const classic = z.strictObject({ ...rest, subject: Subject, expression: none })
const flexible = z.strictObject({ ...rest, subject: none, expression: Expression })

/** Checks the strings, and refuses a pattern that Azure would refuse. What would never match is for `trustCauses` to say. */
export function trustChangeSchema(kind: 'classic' | 'flexible') {
  return (kind === 'classic' ? classic : flexible).superRefine((values: TrustChangeValues, context) => {
    for (const { severity, field, text, fix } of patternWarnings(values)) {
      if (severity !== 'block') continue
      const path = field === 'issuer' || field === 'audience' ? field : mainField(kind)
      context.addIssue({ code: 'custom', path: [path], message: `${text} ${fix}` })
    }
  })
}

/** What the rules say about a pattern as it stands. */
export function patternWarnings({ issuer, expression }: TrustChangeValues) {
  return expression === '' ? [] : checkExpression(issuer, expression)
}

export function mainField(kind: 'classic' | 'flexible'): 'subject' | 'expression' {
  return kind === 'classic' ? 'subject' : 'expression'
}

/** Azure keeps the kind of a stored trust. */
export function kindOfTrust(trust: Trust): 'classic' | 'flexible' {
  return isFlexible(trust) ? 'flexible' : 'classic'
}

export type ValueChange = Change<keyof TrustChangeValues>

const labels = {
  issuer: 'Issuer',
  subject: 'Subject',
  expression: 'Pattern',
  audience: 'Audience',
  description: 'Description',
} as const

/** A stored trust as form values. Several audiences become the first: Azure accepts one. */
export function changeValuesOf({
  issuer,
  subject,
  expression,
  audiences,
  description,
}: Trust): TrustChangeValues {
  return {
    issuer,
    subject: subject ?? '',
    expression: expression ?? '',
    audience: audiences[0] ?? '',
    description: description ?? '',
  }
}

/** What would be stored otherwise than now, in the order of the form. */
export function valueChanges(before: TrustChangeValues, after: TrustChangeValues): ValueChange[] {
  return (['issuer', 'subject', 'expression', 'audience', 'description'] as const)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, label: labels[field], before: before[field], after: after[field] }))
}

/** `fingerprint` is that of the trust the person saw when the form was opened or last compared. */
export function changeRequest(
  values: TrustChangeValues,
  fingerprint: string,
  acceptRisks: readonly string[] = [],
): ChangedTrust {
  const { issuer, subject, expression, audience, description } = values
  return {
    issuer,
    ...(expression === '' ? { subject } : { expression }),
    audiences: [audience],
    description: description === '' ? null : description,
    fingerprint,
    ...(acceptRisks.length > 0 && { acceptRisks: [...acceptRisks] }),
  }
}
