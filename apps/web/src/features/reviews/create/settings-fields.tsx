import { silenceWords } from '@trustwright/shared-schemas'
import type { UseFormReturn } from 'react-hook-form'
import { ChoiceField } from '../../../components/forms/choice-field.tsx'
import { TextField } from '../../../components/forms/text-field.tsx'
import { TickField } from '../../../components/forms/tick-field.tsx'
import { namesIn, type ReviewForm } from './review-form.ts'
import { ReviewerSearch } from './reviewer-search.tsx'

/** Who decides, by when, and what silence means. */
export function SettingsFields({ form }: { readonly form: UseFormReturn<ReviewForm> }) {
  const { control, getValues, setValue } = form
  return (
    <>
      <TextField control={control} name="name" label="Name" />
      <ReviewerSearch
        onChoose={({ username }) => {
          const names = new Set([...namesIn(getValues('reviewers')), username])
          setValue('reviewers', [...names].join('\n'), { shouldDirty: true })
        }}
      />
      <TextField
        control={control}
        name="reviewers"
        label="People who decide"
        help="User names or object IDs, one a line. Each sees the trusts that their own inventory shows. Administrators of the portal decide as well."
        optional
        lines={3}
        maxLength={10_000}
      />
      <TickField
        control={control}
        name="ownersDecide"
        label="Owners decide as well, each about what they own. Where a trust has no owner, the people above and the administrators decide."
      />
      <TextField
        control={control}
        name="due"
        label="Due day"
        help="Year, month, day. Nothing happens by itself on it."
      />
      <ChoiceField
        control={control}
        name="silence"
        label="When nobody decides about a trust"
        choices={[
          { value: 'keep', label: 'It stays as it is', help: 'Silence changes nothing.' },
          {
            value: 'remove',
            label: 'It is removed when the review is applied',
            help: 'One forgotten trust can stop a production job. An administrator still sees each one before.',
            below: <TextField control={control} name="typed" label={`Type “${silenceWords}”`} />,
          },
        ]}
      />
    </>
  )
}
