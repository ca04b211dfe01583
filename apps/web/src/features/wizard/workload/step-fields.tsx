import { presetById, type PresetId, type Warning } from '@trustwright/federation'
import type { TrustParent } from '@trustwright/shared-schemas'
import type { UseFormReturn } from 'react-hook-form'
import type { TrustFormValues } from '../../../components/workload/trust-form.ts'
import { WorkloadFields } from '../../../components/workload/workload-fields.tsx'

export interface StepFieldsProps {
  readonly form: UseFormReturn<TrustFormValues>
  readonly presetId: PresetId
  readonly kind: TrustParent['kind']
  readonly values: Readonly<Record<string, string>>
  readonly warnings: readonly Warning[]
  readonly onChange: () => void
  /** Names of the fields that are asked for here, as far as the others call for them. */
  readonly visible: readonly string[]
  readonly facts?: boolean
}

/** Some fields of the platform; nothing at all where none of them is called for. */
export function StepFields({ visible, facts = false, ...fields }: StepFieldsProps) {
  const { fieldGuides, fieldKeys } = presetById(fields.presetId)
  const isShown = (key: string) => {
    const when = fieldGuides[key]?.shownWhen
    return when === undefined || when.is.includes(fields.values[when.field] ?? '')
  }
  if (!facts && !visible.some(isShown)) return null
  return (
    <WorkloadFields
      {...fields}
      chosen
      hidden={fieldKeys.filter((key) => !visible.includes(key))}
      facts={facts}
    />
  )
}
