import { makeStyles, tokens } from '@fluentui/react-components'
import { AnyParentPicker } from '../../../components/parent/any-parent-picker.tsx'
import { useQueryClient } from '@tanstack/react-query'
import type { Subscription, TrustParent } from '@trustwright/shared-schemas'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { ChoiceField } from '../../../components/forms/choice-field.tsx'
import { FormShell } from '../../../components/forms/form-shell.tsx'
import { useCloud } from '../../../components/use-cloud.ts'
import { freelyNamed } from './clear-parent.ts'
import { clearOf } from '../clear-steps.ts'
import { DraftPreview } from '../draft-preview.tsx'
import {
  newApplication,
  newIdentity,
  otherChoice,
  parentOfChoice,
  problemsOfParent,
  type IdentityValues,
} from './identity-choice.ts'
import { identityChoices } from './identity-choices.tsx'
import { shownParent, useKeptLive } from './identity-live.ts'
import { useNewPlace } from './identity-new-place.ts'
import { NewApplicationFields } from './new-application-fields.tsx'
import { NewIdentityFields } from './new-identity-fields.tsx'
import { ParentCheck } from './parent-check.tsx'
import type { SuggestedParent } from './rank-parents.ts'
import { ContinueButton } from '../continue-button.tsx'
import { StepActions } from '../step-actions.tsx'
import { useNameOfParent } from './use-name-of-parent.ts'
import { useParentBlock } from './use-parent-block.ts'
import type { Wizard } from '../wizard.ts'
import { nextStep } from '../wizard-steps.ts'

const useStyles = makeStyles({
  below: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '16px',
    paddingLeft: '16px',
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
  },
})

interface IdentityFormProps {
  readonly wizard: Wizard
  readonly found: readonly SuggestedParent[]
  readonly isKnown: boolean
  readonly subscriptions: readonly Subscription[]
  readonly start: IdentityValues
}

/** Those that fit best, any other, or a new one. */
export function IdentityForm({ wizard, found, isKnown, subscriptions, start }: IdentityFormProps) {
  const styles = useStyles()
  const cloud = useCloud()
  const queries = useQueryClient()
  const { body, change } = wizard
  const form = useForm<IdentityValues>({ defaultValues: start, shouldFocusError: false })
  // The form starts with every value.
  const values = useWatch({ control: form.control }) as IdentityValues
  const kept = body.parent?.kind === 'existing' ? body.parent.parent : null
  const [picked, setPicked] = useState<TrustParent | null>(start.choice === otherChoice ? kept : null)
  const pickedName = useNameOfParent(picked === null ? null : { kind: 'existing', parent: picked })
  const parent = parentOfChoice(values, found, picked)
  const chosen = parent?.kind === 'existing' ? parent.parent : null
  const block = useParentBlock(body, chosen)
  const place = useNewPlace(values)
  useKeptLive(change, 'parent', parent)

  async function submit(valid: IdentityValues) {
    const wanted = parentOfChoice(valid, found, picked)
    if (wanted === null) {
      form.setError('choice', { message: 'Choose the identity or application.' })
      return
    }
    const problems = problemsOfParent(wanted, valid.group)
    for (const { field, message } of problems) form.setError(field, { message })
    if (problems.length > 0) return
    const settled = await freelyNamed(queries, { ...body, parent: wanted }, cloud)
    change({ parent: wanted, name: settled.name })
    wizard.go(nextStep('identity', clearOf(settled, cloud)))
  }

  const below = (
    <div className={styles.below}>
      {values.choice === newIdentity && (
        <NewIdentityFields form={form} subscriptions={subscriptions} place={place} />
      )}
      {values.choice === newApplication && <NewApplicationFields form={form} />}
      {values.choice === otherChoice && <AnyParentPicker picked={picked} onPick={setPicked} />}
      {chosen !== null && <ParentCheck parent={chosen} block={block} />}
    </div>
  )

  return (
    <FormShell
      form={form}
      label="Identity"
      onSubmit={submit}
      submitError={null}
      aside={<DraftPreview body={{ ...body, parent: shownParent(parent) }} />}
      actions={
        <StepActions wizard={wizard} back="workload">
          <ContinueButton
            // A new identity takes its group from what is there.
            reading={values.choice === newIdentity && place.isReading ? 'the resource groups' : null}
            busy={form.formState.isSubmitting}
            blockedReason={block.reason ?? place.reason}
          />
        </StepActions>
      }
    >
      <ChoiceField
        control={form.control}
        name="choice"
        label="Whom does the workload sign in as?"
        help="What it may do is what this identity may do. One of its own keeps that small."
        choices={identityChoices({ found, isKnown, picked, pickedName }).map((one) =>
          one.value === values.choice ? { ...one, below } : one,
        )}
        onChoice={() => form.clearErrors()}
      />
    </FormShell>
  )
}
