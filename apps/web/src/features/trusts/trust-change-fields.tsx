import type { Cause } from '@trustwright/federation'
import type { Control } from 'react-hook-form'
import { faultNotes } from '../../components/checks/fault-notes.ts'
import { TextField } from '../../components/forms/text-field.tsx'
import type { TrustChangeValues } from './trust-change.ts'
import { WildcardNote } from './wildcard-note.tsx'

interface TrustChangeFieldsProps {
  readonly control: Control<TrustChangeValues>
  readonly kind: 'classic' | 'flexible'
  readonly causes: readonly Cause[]
  /** Where a pattern is made of these values. */
  readonly patternPage: string
  /** Applications keep a description. */
  readonly isDescribed: boolean
}

/** The raw strings of a stored trust, each with what is wrong with it. */
export function TrustChangeFields({
  control,
  kind,
  causes,
  patternPage,
  isDescribed,
}: TrustChangeFieldsProps) {
  return (
    <>
      <TextField
        control={control}
        name="issuer"
        notes={faultNotes(causes, 'issuer')}
        label="Issuer"
        help="“iss” of the token, character by character."
        mono
      />
      {kind === 'classic' ? (
        <TextField
          control={control}
          name="subject"
          notes={faultNotes(causes, 'subject')}
          label="Subject"
          help="“sub” of the token, character by character. Capitals count."
          mono
          lines={2}
        />
      ) : (
        <TextField
          control={control}
          name="expression"
          notes={faultNotes(causes, 'expression')}
          label="Pattern"
          help="Which claims have to match. It stays a pattern: for one exact subject, make a new trust and delete this."
          mono
          lines={3}
        />
      )}
      {causes.some(({ family }) => family === 'wildcard') && <WildcardNote href={patternPage} />}
      <TextField
        control={control}
        name="audience"
        notes={faultNotes(causes, 'audience')}
        label="Audience"
        help="“aud” of the token."
        mono
      />
      {isDescribed && (
        <TextField
          control={control}
          name="description"
          label="Description"
          help="For people: Azure compares nothing with it. At most 600 characters."
          optional
          lines={2}
        />
      )}
    </>
  )
}
