import { Audience, Issuer, Subject, type Trust, type TrustChange } from '@trustwright/shared-schemas'
import * as z from 'zod'
import { rawWarnings } from './raw-warnings.ts'

/** The three raw strings as they stand in the form. */
export interface TrustChangeValues {
  issuer: string
  subject: string
  audience: string
}

/** Checks the strings, and refuses at its field whatever the platform's rules say would never match. */
export const TrustChangeForm = z
  .strictObject({ issuer: Issuer, subject: Subject, audience: Audience })
  .superRefine((values, context) => {
    for (const { severity, field, text, fix } of rawWarnings(values)) {
      if (severity !== 'block') continue
      const path = field === 'issuer' || field === 'audience' ? field : 'subject'
      context.addIssue({ code: 'custom', path: [path], message: `${text} ${fix}` })
    }
  })

export interface ValueChange {
  readonly field: keyof TrustChangeValues
  readonly label: string
  readonly before: string
  readonly after: string
}

const labels = { issuer: 'Issuer', subject: 'Subject', audience: 'Audience' } as const

/** A stored trust as form values. Several audiences become the first: Azure accepts one. */
export function changeValuesOf(trust: Trust): TrustChangeValues {
  return { issuer: trust.issuer, subject: trust.subject ?? '', audience: trust.audiences[0] ?? '' }
}

/** What would be stored otherwise than now, in the order of the form. */
export function valueChanges(before: TrustChangeValues, after: TrustChangeValues): ValueChange[] {
  return (['issuer', 'subject', 'audience'] as const)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, label: labels[field], before: before[field], after: after[field] }))
}

/** `fingerprint` is that of the trust the person saw when the form was opened or last compared. */
export function changeRequest(values: TrustChangeValues, fingerprint: string): TrustChange {
  return { issuer: values.issuer, subject: values.subject, audiences: [values.audience], fingerprint }
}
