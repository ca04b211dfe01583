import type { TrustParent } from '@trustwright/shared-schemas'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import { announce } from '../../components/announcer.tsx'
import { ChoiceField } from '../../components/forms/choice-field.tsx'
import { AnyParentPicker } from '../../components/parent/any-parent-picker.tsx'
import { counted } from '../../lib/words.ts'
import type { BulkValues } from './bulk-form.ts'
import { keyOfParent } from './bulk-targets.ts'
import { ChosenTargets } from './chosen-targets.tsx'
import { NewIdentitiesFields } from './new-identities-fields.tsx'
import { Section } from './section.tsx'
import type { SpreadPlan } from './spread-rows.ts'
import type { Targets } from './use-targets.ts'

interface TargetsSectionProps {
  readonly form: UseFormReturn<BulkValues>
  readonly targets: Targets
  readonly plan: SpreadPlan
  readonly needed: number
  readonly onChoosing: (isChoosing: boolean) => void
}

/** Whom the workloads sign in as. Each takes 20 trusts, so many rows want several. */
export function TargetsSection({ form, targets, plan, needed, onChoosing }: TargetsSectionProps) {
  const existing = useWatch({ control: form.control, name: 'existing' })

  function pick(parent: TrustParent) {
    const key = keyOfParent(parent)
    if (existing.some((one) => keyOfParent(one) === key)) {
      announce('It is chosen already')
      return
    }
    form.setValue('existing', [...existing, parent], { shouldDirty: true })
    announce(`Added. ${counted(existing.length + 1, 'identity', 'identities')} chosen`)
  }

  function drop(key: string) {
    form.setValue(
      'existing',
      existing.filter((one) => keyOfParent(one) !== key),
      { shouldDirty: true },
    )
  }

  return (
    <Section title="2. Whom they sign in as">
      <p>
        An identity holds at most 20 trusts. Rows of one workload stay together, and a row that names an
        identity gets that one.
      </p>
      <ChosenTargets targets={targets.existing} plan={plan} gone={targets.gone} onDrop={drop} />
      <AnyParentPicker picked={null} onPick={pick} />
      <NewIdentitiesFields form={form} problems={targets.problems} needed={needed} onChoosing={onChoosing} />
      <ChoiceField
        control={form.control}
        name="order"
        label="How to spread"
        choices={[
          { value: 'fill', label: 'One after the other', help: 'Up to 20 each, in the order above.' },
          {
            value: 'even',
            label: 'Evenly',
            help: 'Each time where most room is left. Faster: Azure takes writes by identity.',
          },
        ]}
      />
    </Section>
  )
}
